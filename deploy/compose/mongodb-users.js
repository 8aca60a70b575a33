// Initiates the replica set and makes a user for each service that keeps a log, with rights on its own databases alone. Running it again changes
// passwords to what the environment says and nothing else. The same roles are those of a deployment (docs/operating.md).
try {
    rs.status();
} catch (notInitiated) {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) {
    sleep(500);
}

// What a need is stays sealed by whoever noted it; those who show it may read the keys.
const others = { lead: ['delivery_keys'], opportunity: ['lead_keys', 'delivery_keys'] };

const admin = db.getSiblingDB('admin');
for (const service of ['lead', 'opportunity', 'contract', 'delivery']) {
    const user = {
        pwd: process.env[`MONGO_${service.toUpperCase()}_PASSWORD`],
        roles: [
            { role: 'readWrite', db: service },
            { role: 'readWrite', db: `${service}_keys` },
            ...(others[service] ?? []).map((db) => ({ role: 'read', db })),
        ],
    };
    if (admin.getUser(service)) {
        admin.updateUser(service, user);
    } else {
        admin.createUser({ user: service, ...user });
    }
}
