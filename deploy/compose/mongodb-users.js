// Initiates the replica set and makes a user for each service, with rights on its own databases alone. Running it again changes
// passwords to what the environment says and nothing else. The same roles are those of a deployment (docs/operating.md).
try {
    rs.status();
} catch (notInitiated) {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) {
    sleep(500);
}

const admin = db.getSiblingDB('admin');
for (const service of ['lead', 'opportunity', 'contract', 'delivery', 'reporting']) {
    const user = {
        pwd: process.env[`MONGO_${service.toUpperCase()}_PASSWORD`],
        roles: [
            { role: 'readWrite', db: service },
            { role: 'readWrite', db: `${service}_keys` },
            // What lead-service has sealed, opportunity-service shows.
            ...(service === 'opportunity' ? [{ role: 'read', db: 'lead_keys' }] : []),
        ],
    };
    if (admin.getUser(service)) {
        admin.updateUser(service, user);
    } else {
        admin.createUser({ user: service, ...user });
    }
}
