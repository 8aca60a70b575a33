package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Dataset;

/**
 * Which rows a login sees. Logins in the role of keys see what {@link KeySights} says of the key whose id is their name, and nothing where
 * there is none; all others see what they were granted.
 */
final class SqlRights {
    /** A superuser is a member of every role, and whoever made the role may do with it what it likes. */
    private static final String IS_KEY = """
            exists (select from pg_roles r, pg_roles u where r.rolname = '%s' and u.rolname = current_user and not u.rolsuper \
            and pg_has_role(u.oid, r.oid, 'member') and not exists (\
            select from pg_auth_members m where m.roleid = r.oid and m.member = u.oid and m.admin_option))\
            """.formatted(SqlSchema.KEY);

    private final String today;

    /** @param today the day of now in SQL */
    SqlRights(String today) {
        this.today = today;
    }

    /** Whether the login sees anything; computed once a statement. */
    String open() {
        return "(select not %s or %s)".formatted(IS_KEY, key("true"));
    }

    /** Of a dataset's rows. */
    String of(Dataset<?, ?> dataset) {
        return dataset.owner()
                .map(owner -> """
                        ((select not %1$s or %2$s) or ((select %3$s) and (%4$s is null or %4$s in (\
                        select s.owner from %5$s s where s.login = current_user))))\
                        """.formatted(IS_KEY, key("k.sees_all"), key("true"), owner.name(), KeySights.OWNERS))
                .orElse(open());
    }

    private String key(String and) {
        return "exists (select from %s k where k.login = current_user and (k.last_day is null or k.last_day >= %s) and %s)"
                .formatted(KeySights.KEYS, today, and);
    }
}
