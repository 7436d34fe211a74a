// Runs beside every mongod, in its network namespace, as one process: mongosh --nodb --norc --quiet /scripts/reconcile.js
// Once a tick it looks at the replica set, plan() names the one next step, and that step is carried out.
// Nothing here forces anything: what the set cannot do by itself is said in one line and left to people.

const LOCAL = '127.0.0.1:27017'; // by loopback, because only there may the first user be created without a login
const QUICK_MS = 1000;
const ALONE_MS = 15000;

// mongod's error codes
const UNAUTHORIZED = 13;
const AUTHENTICATION_FAILED = 18;
const ALREADY_INITIALIZED = 23;

// The decision: pure, and all that the unit tests need.

function plan(state) {
  const { hello, replicaSet } = state;
  if (!hello) return wait('mongod does not answer');
  if (!hello.setName) return planFirstStart(state);
  if (hello.setName !== replicaSet) return refuse(`mongod belongs to set ${hello.setName}, not to ${replicaSet}`);
  if (hello.secondary) return rest('SECONDARY; the primary decides');
  if (!hello.isWritablePrimary) return wait(`member of ${replicaSet}, neither PRIMARY nor SECONDARY yet`);
  return planUsers(state) ?? planMembers(state) ?? rest('PRIMARY, converged');
}

// mongod looks the same here when it is new and when it was removed from its set.
// An ordinal 0 that lost its volume must not initiate a second set beside the one that lives on its peers.
function planFirstStart({ ordinal, self, replicaSet, peers }) {
  if (ordinal !== 0) return wait('in no set yet; ordinal 0 decides');
  const member = peers.find((peer) => peer.hello?.setName);
  if (member) return wait(`set ${member.hello.setName} already lives on ${member.host}; never initiate a second one`);
  const silent = peers.filter((peer) => !peer.hello).map((peer) => peer.host);
  if (silent.length > 0) return wait(`peers do not answer yet: ${silent.join(', ')}`);
  return { act: 'initiate', why: `initiate set ${replicaSet}`, config: firstConfig(replicaSet, self) };
}

// With one member only: initiating with all of them fails unless all answer and none has data.
function firstConfig(replicaSet, self) {
  return { _id: replicaSet, version: 1, members: [{ _id: 0, host: self }] };
}

// The configuration is read as root: without it the login failed, for want of the user or with another password.
// createRoot() finds out which, because mongod creates a user without a login only if there is none at all.
function planUsers({ config, app, appExists, appRefused }) {
  if (!config) return { act: 'createRoot', why: 'create user root' };
  if (!appExists) return { act: 'createApp', why: `create user ${app.name}` };
  if (appRefused) return refuse(otherSecrets(app.name));
  return undefined;
}

function planMembers(state) {
  if (!state.config.members.some((member) => member.host === state.self)) {
    return refuse(`the set knows this member by another name than ${state.self}; ${NAME_REMEDY}`);
  }
  return planPromotion(state) ?? planAddition(state) ?? planRemoval(state) ?? planPatience(state);
}

// A member votes only after its initial sync: until then it could neither vote nor acknowledge a write.
function planPromotion({ config, status, desired }) {
  const synced = (host) => status.members.some((member) => member.name === host && member.stateStr === 'SECONDARY');
  const ready = config.members.find((m) => m.votes === 0 && desired.includes(m.host) && synced(m.host));
  if (!ready) return undefined;
  const members = config.members.map((member) => (member === ready ? { ...member, votes: 1, priority: 1 } : member));
  return reconfigure(`promote ${ready.host}`, config, members);
}

// The new id is above all others, so that no id ever passes from one member to another within one change.
function planAddition({ config, desired, peers, replicaSet }) {
  const missing = (peer) => peer.hello && desired.includes(peer.host) && !hasHost(config, peer.host);
  const peer = peers.find(missing);
  if (!peer) return undefined;
  const foreign = peer.hello.setName;
  if (foreign && foreign !== replicaSet) return refuse(`${peer.host} belongs to set ${foreign}, not to ${replicaSet}`);
  const id = Math.max(...config.members.map((member) => member._id)) + 1;
  return reconfigure(`add ${peer.host}`, config, [
    ...config.members,
    { _id: id, host: peer.host, votes: 0, priority: 0 },
  ]);
}

// The highest ordinal goes first, as the StatefulSet takes pods away. Members of another family of names are not ours.
function planRemoval({ config, desired, self }) {
  const ours = config.members.filter(
    (member) => family(member.host) === family(self) && !desired.includes(member.host),
  );
  const [leaving] = ours.filter((member) => member.host !== self).sort((a, b) => ordinalOf(b.host) - ordinalOf(a.host));
  if (leaving) {
    const members = config.members.filter((member) => member !== leaving);
    return reconfigure(`remove ${leaving.host}`, config, members);
  }
  return ours.length > 0 ? { act: 'stepDown', why: 'primary, but scaled away: step down' } : undefined;
}

function planPatience({ config, desired }) {
  const absent = desired.filter((host) => !hasHost(config, host));
  if (absent.length > 0) return rest(`PRIMARY; not added, because they do not answer: ${absent.join(', ')}`);
  const syncing = config.members.filter((m) => m.votes === 0 && desired.includes(m.host)).map((m) => m.host);
  if (syncing.length > 0) return wait(`PRIMARY; not voting before their initial sync is done: ${syncing.join(', ')}`);
  return undefined;
}

const wait = (why) => ({ act: 'wait', why });
const rest = (why) => ({ act: 'rest', why });
const refuse = (why) => ({ act: 'refuse', why });
const hasHost = (config, host) => config.members.some((member) => member.host === host);

function reconfigure(why, config, members) {
  return { act: 'reconfig', why, config: { ...config, version: config.version + 1, members } };
}

// mongo-2.<domain> is ordinal 2 of the family mongo-N.<domain>
const ordinalOf = (host) => Number(/^[^.]*-(\d+)(\.|$)/.exec(host)?.[1]);
const family = (host) => host.replace(/^([^.]*)-\d+\./, '$1-N.');

const NAME_REMEDY =
  'restart mongod if its name did not resolve when it started, restore the old name if it was renamed, ' +
  'or, if the data may go, delete the volume';

function otherSecrets(user) {
  return (
    `this volume was made with other secrets: it does not accept the password of user ${user}, and nothing was changed; ` +
    'restore the old Secret (Kubernetes) or the old .tandem folder (Compose), ' +
    'or, if the data may go, delete the PersistentVolumeClaim or run `docker compose down -v`'
  );
}

// An unreadable count must never read as "no members wanted".
function memberCount(text) {
  if (/^[1-7]$/.test(text)) return Number(text);
  throw new Error(`/config/members must be a number from 1 to 7, got ${JSON.stringify(text)}`);
}

// What follows runs in mongosh, which awaits every call by itself.

const read = (file) => require('node:fs').readFileSync(file, 'utf8').trim();

function readSettings(env) {
  const unset = ['POD_NAME', 'REPLICA_SET', 'HEADLESS_DOMAIN', 'APP_DATABASE', 'APP_USERNAME'].filter((n) => !env[n]);
  if (unset.length > 0) throw new Error(`not set: ${unset.join(', ')}`);
  const ordinal = ordinalOf(env.POD_NAME);
  if (Number.isNaN(ordinal)) throw new Error(`POD_NAME must end in an ordinal such as mongo-0, got ${env.POD_NAME}`);
  const hostOf = (n) => `${env.POD_NAME.replace(/\d+$/, n)}.${env.HEADLESS_DOMAIN}:27017`;
  const app = { database: env.APP_DATABASE, name: env.APP_USERNAME, passwordFile: '/credentials/app-password' };
  const intervalMs = Number(env.INTERVAL_MS || 10000);
  if (!(intervalMs > 0)) throw new Error(`INTERVAL_MS must be a number above 0, got ${env.INTERVAL_MS}`);
  return { ordinal, hostOf, self: hostOf(ordinal), replicaSet: env.REPLICA_SET, app, intervalMs };
}

const ROOT = { database: 'admin', name: 'root', passwordFile: '/credentials/root-password' };

// Connections are kept between ticks: opening one costs both sides a key derivation and mongod some log lines.
const connections = new Map();

function connect(host, user) {
  const login = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(read(user.passwordFile))}@` : '';
  const path = encodeURIComponent(user?.database ?? 'admin');
  const patience = 'serverSelectionTimeoutMS=3000&connectTimeoutMS=3000&socketTimeoutMS=30000';
  const url = `mongodb://${login}${host}/${path}?directConnection=true&appName=rs-config&${patience}`;
  if (!connections.has(url)) connections.set(url, new Mongo(url));
  return connections.get(url).getDB(user?.database ?? 'admin');
}

function disconnect() {
  for (const connection of connections.values()) connection.close();
  connections.clear();
}

// undefined when mongod does not accept the password.
// By a variable, here and in helloOf(): mongosh does not await what is returned, and so its errors would miss the `catch`.
function tryLogin(user) {
  try {
    const db = connect(LOCAL, user);
    return db;
  } catch (error) {
    if (error.code === AUTHENTICATION_FAILED) return undefined;
    throw error;
  }
}

// undefined when nobody answers.
function helloOf(host) {
  try {
    const reply = connect(host).adminCommand({ hello: 1 });
    return reply;
  } catch (error) {
    if (error.name.startsWith('Mongo')) return undefined;
    throw error;
  }
}

function look(settings) {
  const count = memberCount(read('/config/members'));
  const desired = Array.from({ length: count }, (_, n) => settings.hostOf(n));
  const hello = helloOf(LOCAL);
  const asRoot = hello?.isWritablePrimary ? lookAsRoot(settings.app) : {};
  const state = { ...settings, desired, hello, ...asRoot };
  return { ...state, peers: askPeers(state) };
}

function lookAsRoot(app) {
  const admin = tryLogin(ROOT);
  if (!admin) return {};
  const { users } = admin.getSiblingDB(app.database).runCommand({ usersInfo: app.name });
  const appExists = users.length > 0;
  const appRefused = appExists && tryLogin(app) === undefined;
  const { config } = admin.adminCommand({ replSetGetConfig: 1 });
  return { appExists, appRefused, config, status: admin.adminCommand({ replSetGetStatus: 1 }) };
}

// Only whom the plan wants to know of: all peers before there is a set, then those the set does not have yet.
function askPeers({ hello, desired, self, config }) {
  if (!hello || (hello.setName && !config)) return [];
  const peers = [];
  for (const host of desired) {
    if (host !== self && !(config && hasHost(config, host))) peers.push({ host, hello: helloOf(host) });
  }
  return peers;
}

const STEPS = {
  initiate: (step, state) => initiate(step.config, state.self),
  createRoot: () => createRoot(),
  createApp: (_, { app }) => createUser(connect(LOCAL, ROOT), app, [{ role: 'readWrite', db: app.database }]),
  reconfig: (step) => connect(LOCAL, ROOT).adminCommand({ replSetReconfig: step.config, maxTimeMS: 20000 }),
  stepDown: () => connect(LOCAL, ROOT).adminCommand({ replSetStepDown: 60, secondaryCatchUpPeriodSecs: 10 }),
};

// Without a login, like createRoot(): mongod allows both from loopback as long as there is no user at all.
function initiate(config, self) {
  try {
    connect(LOCAL).adminCommand({ replSetInitiate: config });
  } catch (error) {
    const hasSet = [ALREADY_INITIALIZED, UNAUTHORIZED].includes(error.code);
    throw hasSet ? new Error(`this volume belongs to a set that does not know ${self}; ${NAME_REMEDY}`) : error;
  }
}

function createRoot() {
  try {
    createUser(connect(LOCAL), ROOT, ['root']);
  } catch (error) {
    throw error.code === UNAUTHORIZED ? new Error(otherSecrets(ROOT.name)) : error;
  }
}

function createUser(db, { database, name, passwordFile }, roles) {
  db.getSiblingDB(database).runCommand(creationOf(name, read(passwordFile), roles));
}

// Without a colon behind `pwd`, which scanners of ConfigMaps take for a password that stands here.
function creationOf(createUser, pwd, roles) {
  return { createUser, pwd, roles, writeConcern: { w: 'majority', wtimeout: 10000 } };
}

function carryOut(step, state) {
  try {
    STEPS[step.act]?.(step, state);
  } catch (error) {
    throw error.codeName ? new Error(`${step.why}: ${error.codeName}: ${error.message}`) : error;
  }
}

// One line when something changes, none while it stays: this runs for months.
let lastMessage;
function say(level, message) {
  const news = message !== lastMessage;
  if (news) console.log(JSON.stringify({ time: new Date().toISOString(), level, message }));
  lastMessage = message;
  return news;
}

// Under Compose this container shares the network of mongod's container. When that one restarts it gets a new network,
// and here only loopback is left, for good. Ending lets Docker start this container anew beside the other.
// (In Kubernetes the network belongs to the pod.)
let aloneSince;
function leaveDeadNetwork(hello) {
  const addresses = Object.values(require('node:os').networkInterfaces()).flat();
  const alone = !hello && addresses.every((address) => address.internal);
  aloneSince = alone ? (aloneSince ?? Date.now()) : undefined;
  if (!alone || Date.now() - aloneSince < ALONE_MS) return;
  say('error', 'the network of mongod is gone, its container was restarted; ending, to be started in the new one');
  process.exit(1);
}

// Returns how long to pause: not at all after a change, and long only in a state that has lasted since the last tick.
function tick(settings) {
  const soon = Math.min(QUICK_MS, settings.intervalMs);
  try {
    const state = look(settings);
    leaveDeadNetwork(state.hello);
    const step = plan(state);
    carryOut(step, state);
    const news = say(step.act === 'refuse' ? 'error' : 'info', step.why);
    if (STEPS[step.act]) return 0;
    return news || step.act === 'wait' ? soon : settings.intervalMs;
  } catch (error) {
    disconnect();
    return say('error', error.message) ? soon : settings.intervalMs;
  }
}

function main() {
  process.on('SIGTERM', () => process.exit(0)); // as PID 1 a process without a handler would ignore it
  // mongosh writes every call to a file below HOME, some 20 MB a day. Before 2.4 only a HOME that is not there keeps it
  // from that; this line is then without effect.
  config.set('disableLogging', true);
  const settings = readSettings(process.env);
  for (;;) sleep(tick(settings));
}

if (typeof Mongo === 'undefined') module.exports = { plan, memberCount };
else main();
