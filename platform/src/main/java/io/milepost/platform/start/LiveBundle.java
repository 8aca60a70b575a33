package io.milepost.platform.start;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * An SSL bundle as its files are now: where it is reloaded, the next connection is made with the new certificates, without a new start.
 * Connections that are open stay.
 */
public final class LiveBundle implements SslBundle {
    private final SslBundles bundles;
    private final String name;
    private @Nullable Made made;

    /** The context that was made of a bundle, as long as it is the same one. */
    private record Made(SslBundle of, SSLContext context) {}

    private LiveBundle(SslBundles bundles, String name) {
        this.bundles = bundles;
        this.name = name;
    }

    /** Fails where there is none of this name, or where it cannot be used. */
    public static LiveBundle of(SslBundles bundles, String name) {
        var live = new LiveBundle(bundles, name);
        live.now();
        return live;
    }

    /** For whoever keeps a context: it makes each connection by what is in force then. */
    public SSLContext context() {
        return new LiveContext(this);
    }

    private SslBundle bundle() {
        return bundles.getBundle(name);
    }

    private synchronized SSLContext now() {
        var current = bundle();
        var known = made;
        if (known == null || !known.of().equals(current)) {
            known = new Made(current, current.createSslContext());
            made = known;
        }
        return known.context();
    }

    @Override
    public SSLContext createSslContext() {
        return now();
    }

    @Override
    public SslStoreBundle getStores() {
        return bundle().getStores();
    }

    @Override
    public SslBundleKey getKey() {
        return bundle().getKey();
    }

    @Override
    public SslOptions getOptions() {
        return bundle().getOptions();
    }

    @Override
    public String getProtocol() {
        return bundle().getProtocol();
    }

    @Override
    public SslManagerBundle getManagers() {
        return bundle().getManagers();
    }

    private static final class LiveContext extends SSLContext {
        LiveContext(LiveBundle bundle) {
            super(new LiveSpi(bundle), bundle.now().getProvider(), bundle.getProtocol());
        }
    }

    private static final class LiveSpi extends SSLContextSpi {
        private final LiveBundle bundle;

        LiveSpi(LiveBundle bundle) {
            this.bundle = bundle;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("it is made of the bundle " + bundle.name);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return bundle.now().getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return bundle.now().getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return bundle.now().createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return bundle.now().createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return bundle.now().getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return bundle.now().getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return bundle.now().getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return bundle.now().getSupportedSSLParameters();
        }
    }
}
