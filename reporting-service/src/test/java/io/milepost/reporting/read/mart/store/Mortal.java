package io.milepost.reporting.read.mart.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose client dies before a statement, before a commit or right after it, when its count comes to zero. */
final class Mortal {
    private final AtomicInteger calls;

    private Mortal(AtomicInteger calls) {
        this.calls = calls;
    }

    /** The process ends here. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param calls minus as many as go well before */
    static DataSource of(DataSource real, AtomicInteger calls) {
        return new Mortal(calls).watched(DataSource.class, real);
    }

    private <T> T watched(Class<T> type, Object real) {
        InvocationHandler handler = (_, method, arguments) -> call(real, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean counts =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        if (counts) {
            live();
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (method.getName().equals("commit")) {
            live();
        }
        return result instanceof Connection || result instanceof Statement
                ? watched(method.getReturnType(), result)
                : result;
    }

    private void live() {
        if (calls.getAndIncrement() == 0) {
            throw new Death();
        }
    }
}
