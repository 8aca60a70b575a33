package io.milepost.cli.suite;

/** A client of the token issuer. */
public record Credentials(String clientId, String secret) {

    public static final String LOCAL_ISSUER = "http://localhost:8090";

    /** As the issuer of the local stack knows it. */
    public static Credentials local(String clientId) {
        return new Credentials(clientId, "local-" + clientId);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return clientId;
    }
}
