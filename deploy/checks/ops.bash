# shellcheck shell=bash
# What operates the suite, checked. Sourced by ./milepost, which sets ROOT and has maven, find_jdk and fail.

# prometheus_tools: promtool and amtool, which are installed where that is possible without asking
prometheus_tools() {
    if command -v promtool >/dev/null && command -v amtool >/dev/null; then return; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        local apt=(apt-get -q -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60)
        echo 'installing prometheus and prometheus-alertmanager, to try the rules with ...'
        if "${apt[@]}" update >/dev/null && DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y \
            --no-install-recommends prometheus prometheus-alertmanager >/dev/null; then
            return
        fi
    fi
    echo 'skipped: rules by promtool, it is not here (Debian: apt-get install prometheus prometheus-alertmanager)'
    return 1
}

# told WHAT LOG COMMAND...: a line of the table; what a command that fails has said is shown
told() {
    local what=$1 log=$2 began=$SECONDS
    shift 2
    if "$@" >"$log" 2>&1; then
        printf '%-58s ok      %3ss\n' "$what" $((SECONDS - began))
    else
        printf '%-58s FAILED  %3ss\n' "$what" $((SECONDS - began))
        grep -v -e '^\s*at ' -e '^$' "$log" | tail -n 40
        return 1
    fi
}

ops_check() {
    local script full='' failed='' logs=$ROOT/deploy/checks/target/ops prometheus=$ROOT/deploy/prometheus tests=''
    case ${1:-} in '') ;; --full) full=yes ;; *) fail "ops-check does not know $1" ;; esac
    find_jdk
    mkdir -p "$logs"
    if prometheus_tools; then
        # The longest of all, and a processor of its own.
        told 'unit tests of alerts (promtool test rules)' "$logs/test-rules.log" promtool test rules "$prometheus"/tests/*.yaml \
            >"$logs/test-rules.told" &
        tests=$!
        told 'rules (promtool check rules)' "$logs/rules.log" promtool check rules "$prometheus"/rules/*.yaml || failed=yes
        told 'scrape (promtool check config)' "$logs/config.log" promtool check config --syntax-only "$prometheus/prometheus.yaml" ||
            failed=yes
        told 'routes (amtool check-config)' "$logs/routes.log" amtool check-config "$prometheus/alertmanager.yaml" || failed=yes
    fi
    for script in "$ROOT"/deploy/{docker/build,keys/new-keys,compose/start,backup/databases,backup/check,backup/drill}; do
        told "script ${script#"$ROOT"/}" "$logs/script.log" bash -n "$script" || failed=yes
    done
    told 'chart, compose, images, dashboards, settings (deploy/checks)' "$logs/checks.log" \
        maven -q -Dstyle.color=never -pl deploy/checks -am test -Dtest='io.milepost.ops.*Test' \
        -Dsurefire.failIfNoSpecifiedTests=false || failed=yes
    if [ -n "$tests" ]; then
        wait "$tests" || failed=yes
        cat "$logs/test-rules.told"
    fi
    if [ -n "$full" ]; then
        command -v prometheus >/dev/null || fail "--full needs a Prometheus (Debian: apt-get install prometheus)"
        maven -q -Dstyle.color=never -pl deploy/suite -am package -Dtest=PrometheusCheck \
            -Dsurefire.failIfNoSpecifiedTests=false || failed=yes
    fi
    [ -z "$failed" ] || fail 'something of what operates the suite is not as it should be; see above'
}
