interface Hello {
  readonly setName?: string;
  readonly secondary?: boolean;
  readonly isWritablePrimary?: boolean;
}

interface Member {
  readonly _id: number;
  readonly host: string;
  readonly votes?: number;
  readonly priority?: number;
}

interface SetConfig {
  readonly _id: string;
  readonly version: number;
  readonly members: readonly Member[];
}

interface State {
  readonly ordinal: number;
  readonly self: string;
  readonly replicaSet: string;
  readonly desired: readonly string[];
  readonly app: { readonly name: string };
  readonly hello?: Hello;
  readonly peers: readonly { readonly host: string; readonly hello?: Hello }[];
  readonly appExists?: boolean;
  readonly appRefused?: boolean;
  readonly config?: SetConfig;
  readonly status?: { readonly members: readonly { readonly name: string; readonly stateStr: string }[] };
}

interface Step {
  readonly act: 'wait' | 'rest' | 'refuse' | 'initiate' | 'createRoot' | 'createApp' | 'reconfig' | 'stepDown';
  readonly why: string;
  readonly config?: SetConfig;
}

const { plan, memberCount } = require('../../lib/mongo/scripts/reconcile.js') as {
  plan(state: State): Step;
  memberCount(text: string): number;
};

// A namespace that itself ends in a number, because the ordinal is looked for in the host name.
const host = (ordinal: number) => `mongo-${ordinal}.mongo-headless.orders-1.svc.cluster.local:27017`;
const hosts = (count: number) => Array.from({ length: count }, (_, ordinal) => host(ordinal));
const voter = (ordinal: number): Member => ({ _id: ordinal, host: host(ordinal), votes: 1, priority: 1 });
const learner = (ordinal: number): Member => ({ _id: ordinal, host: host(ordinal), votes: 0, priority: 0 });
const BLANK: Hello = {};
const PRIMARY: Hello = { setName: 'rs0', isWritablePrimary: true };
const SECONDARY: Hello = { setName: 'rs0', secondary: true };

function fresh(changes: Partial<State> = {}): State {
  const peers = [1, 2].map((ordinal) => ({ host: host(ordinal), hello: BLANK }));
  const app = { name: 'app' };
  return { ordinal: 0, self: host(0), replicaSet: 'rs0', desired: hosts(3), app, hello: BLANK, peers, ...changes };
}

function primary(members: readonly Member[], changes: Partial<State> = {}): State {
  const config = { _id: 'rs0', version: 5, members };
  return fresh({ hello: PRIMARY, appExists: true, config, status: { members: [] }, ...changes });
}

const states = (...names: readonly string[]) => ({
  members: names.map((stateStr, ordinal) => ({ name: host(ordinal), stateStr })),
});

describe('before there is a set', () => {
  it('waits while mongod does not answer', () => {
    expect(plan(fresh({ hello: undefined }))).toEqual({ act: 'wait', why: 'mongod does not answer' });
  });

  it('initiates with itself alone when it is ordinal 0 and every peer is blank', () => {
    expect(plan(fresh())).toEqual({
      act: 'initiate',
      why: 'initiate set rs0',
      config: {
        _id: 'rs0',
        version: 1,
        members: [{ _id: 0, host: 'mongo-0.mongo-headless.orders-1.svc.cluster.local:27017' }],
      },
    });
  });

  it('initiates at once when it is to be the only member', () => {
    expect(plan(fresh({ desired: hosts(1), peers: [] })).act).toBe('initiate');
  });

  it('waits when it is not ordinal 0', () => {
    expect(plan(fresh({ ordinal: 1, self: host(1) }))).toEqual({
      act: 'wait',
      why: 'in no set yet; ordinal 0 decides',
    });
  });

  it('waits for a silent peer, because that one may know of a set', () => {
    const peers = [{ host: host(1), hello: BLANK }, { host: host(2) }];
    expect(plan(fresh({ peers }))).toEqual({
      act: 'wait',
      why: 'peers do not answer yet: mongo-2.mongo-headless.orders-1.svc.cluster.local:27017',
    });
  });

  it('never initiates when a peer is in a set: ordinal 0 has lost its volume', () => {
    const peers = [
      { host: host(1), hello: SECONDARY },
      { host: host(2), hello: PRIMARY },
    ];
    expect(plan(fresh({ peers }))).toEqual({
      act: 'wait',
      why: 'set rs0 already lives on mongo-1.mongo-headless.orders-1.svc.cluster.local:27017; never initiate a second one',
    });
  });

  it('never initiates when one peer is in a set and another is silent', () => {
    const peers = [{ host: host(1) }, { host: host(2), hello: PRIMARY }];
    expect(plan(fresh({ peers })).act).toBe('wait');
  });

  it('refuses a mongod that belongs to another set', () => {
    expect(plan(fresh({ hello: { setName: 'other', isWritablePrimary: true } }))).toEqual({
      act: 'refuse',
      why: 'mongod belongs to set other, not to rs0',
    });
  });
});

describe('without the primary role', () => {
  it('leaves everything to the primary as a SECONDARY, also after a restart of ordinal 0', () => {
    expect(plan(fresh({ hello: SECONDARY }))).toEqual({ act: 'rest', why: 'SECONDARY; the primary decides' });
  });

  it('waits for a role after the set was initiated', () => {
    expect(plan(fresh({ hello: { setName: 'rs0' } }))).toEqual({
      act: 'wait',
      why: 'member of rs0, neither PRIMARY nor SECONDARY yet',
    });
  });
});

describe('users', () => {
  it('creates root before anything else when no login works', () => {
    expect(plan(fresh({ hello: PRIMARY }))).toEqual({ act: 'createRoot', why: 'create user root' });
  });

  it("creates the application's user before it touches the members", () => {
    expect(plan(primary([voter(0)], { appExists: false }))).toEqual({ act: 'createApp', why: 'create user app' });
  });

  it("changes nothing when the application's password is not the one of the volume, and says the way out", () => {
    const step = plan(primary([voter(0)], { appRefused: true }));
    expect(step).toEqual({
      act: 'refuse',
      why:
        'this volume was made with other secrets: it does not accept the password of user app, and nothing was changed; ' +
        'restore the old Secret (Kubernetes) or the old .tandem folder (Compose), ' +
        'or, if the data may go, delete the PersistentVolumeClaim or run `docker compose down -v`',
    });
  });
});

describe('more members', () => {
  it('adds one member at a time, without a vote', () => {
    expect(plan(primary([voter(0)]))).toEqual({
      act: 'reconfig',
      why: `add ${host(1)}`,
      config: { _id: 'rs0', version: 6, members: [voter(0), learner(1)] },
    });
  });

  it('adds the next member while another still syncs', () => {
    const step = plan(primary([voter(0), learner(1)], { status: states('PRIMARY', 'STARTUP2') }));
    expect(step.why).toBe(`add ${host(2)}`);
  });

  it('gives a synced member its vote before it adds more', () => {
    const step = plan(primary([voter(0), learner(1)], { status: states('PRIMARY', 'SECONDARY') }));
    expect(step.why).toBe(`promote ${host(1)}`);
    expect(step.config?.members).toEqual([voter(0), voter(1)]);
  });

  it('changes one vote at a time', () => {
    const status = states('PRIMARY', 'SECONDARY', 'SECONDARY');
    const step = plan(primary([voter(0), learner(1), learner(2)], { status }));
    expect(step.config?.members).toEqual([voter(0), voter(1), learner(2)]);
  });

  it('is not converged before the last member has synced', () => {
    const status = states('PRIMARY', 'SECONDARY', 'STARTUP2');
    expect(plan(primary([voter(0), voter(1), learner(2)], { status }))).toEqual({
      act: 'wait',
      why: `PRIMARY; not voting before their initial sync is done: ${host(2)}`,
    });
  });

  it('passes over a silent peer and says so', () => {
    const peers = [{ host: host(1) }, { host: host(2), hello: BLANK }];
    expect(plan(primary([voter(0)], { peers })).why).toBe(`add ${host(2)}`);
    expect(plan(primary([voter(0), voter(2)], { peers: [{ host: host(1) }] }))).toEqual({
      act: 'rest',
      why: `PRIMARY; not added, because they do not answer: ${host(1)}`,
    });
  });

  it('refuses a peer of another set', () => {
    const peers = [{ host: host(1), hello: { setName: 'other' } }];
    expect(plan(primary([voter(0)], { peers }))).toEqual({
      act: 'refuse',
      why: `${host(1)} belongs to set other, not to rs0`,
    });
  });

  it('gives a new member an id above all others', () => {
    const step = plan(primary([voter(0), { _id: 7, host: host(1), votes: 1 }]));
    expect(step.config?.members[2]).toEqual({ _id: 8, host: host(2), votes: 0, priority: 0 });
  });

  it('keeps every field of the configuration that it does not change', () => {
    const config = { _id: 'rs0', version: 5, term: 3, members: [voter(0)], settings: { chainingAllowed: true } };
    const step = plan(primary([], { config }));
    expect(step.config).toMatchObject({ term: 3, settings: { chainingAllowed: true } });
  });

  it('does not change what it was given', () => {
    const state = primary([voter(0), learner(1)], { status: states('PRIMARY', 'SECONDARY') });
    const before = structuredClone(state);
    plan(state);
    expect(state).toEqual(before);
  });
});

describe('fewer members', () => {
  const five = [0, 1, 2, 3, 4].map(voter);

  it('removes one member', () => {
    const step = plan(primary([voter(0), voter(1), voter(2)], { desired: hosts(2), peers: [] }));
    expect(step.why).toBe(`remove ${host(2)}`);
    expect(step.config?.members).toEqual([voter(0), voter(1)]);
  });

  it('removes the highest ordinal first, in a namespace whose own name ends in a number too', () => {
    expect(plan(primary(five, { desired: hosts(3), peers: [] })).why).toBe(`remove ${host(4)}`);
  });

  it('steps down when it is itself the one to go', () => {
    const state = primary([voter(0), voter(1), voter(2)], { ordinal: 2, self: host(2), desired: hosts(2), peers: [] });
    expect(plan(state)).toEqual({ act: 'stepDown', why: 'primary, but scaled away: step down' });
  });

  it('removes the others before it steps down, so that one election is enough', () => {
    const state = primary([voter(0), voter(1), voter(2)], { ordinal: 2, self: host(2), desired: hosts(1), peers: [] });
    expect(plan(state).why).toBe(`remove ${host(1)}`);
  });

  it('leaves members of other names alone', () => {
    const foreign = { _id: 9, host: 'dr-7.example.com:27017', votes: 0 };
    const step = plan(primary([voter(0), voter(1), voter(2), foreign], { peers: [] }));
    expect(step).toEqual({ act: 'rest', why: 'PRIMARY, converged' });
  });
});

describe('a steady set', () => {
  it('rests when every desired member votes', () => {
    expect(plan(primary([voter(0), voter(1), voter(2)], { peers: [] }))).toEqual({
      act: 'rest',
      why: 'PRIMARY, converged',
    });
  });

  it('rests as the only member', () => {
    expect(plan(primary([voter(0)], { desired: hosts(1), peers: [] })).why).toBe('PRIMARY, converged');
  });

  it('refuses a set that knows this member by another name', () => {
    const members = [{ _id: 0, host: 'localhost:27017', votes: 1 }];
    expect(plan(primary(members, { desired: hosts(1), peers: [] }))).toEqual({
      act: 'refuse',
      why:
        `the set knows this member by another name than ${host(0)}; ` +
        'restart mongod if its name did not resolve when it started, restore the old name if it was renamed, ' +
        'or, if the data may go, delete the volume',
    });
  });
});

// A set that obeys: every step is carried out, and every member syncs at once.
function follow(start: State) {
  let state = start;
  let config = start.config;
  const steps: string[] = [];
  for (let step = plan(state); step.act !== 'rest' && steps.length < 50; step = plan(state)) {
    steps.push(step.why.replace(/\.mongo-headless.*/, ''));
    config = step.config ?? config;
    state = after(step, state, config);
  }
  return { steps, config };
}

function after(step: Step, state: State, config?: SetConfig): State {
  if (step.act === 'createApp') return { ...state, appExists: true };
  const status = { members: (config?.members ?? []).map(synced) };
  // Without the user root nobody can read the configuration yet.
  return { ...state, hello: PRIMARY, status, config: step.act === 'initiate' ? undefined : config };
}

const synced = (member: Member) => ({ name: member.host, stateStr: member._id === 0 ? 'PRIMARY' : 'SECONDARY' });
const beginning = (count: number) =>
  fresh({
    desired: hosts(count),
    peers: hosts(count)
      .slice(1)
      .map((name) => ({ host: name, hello: BLANK })),
  });

describe('from nothing to a whole set', () => {
  it('takes three steps for one member', () => {
    expect(follow(beginning(1)).steps).toEqual(['initiate set rs0', 'create user root', 'create user app']);
  });

  it('adds and promotes one by one for three members', () => {
    expect(follow(beginning(3)).steps).toEqual([
      'initiate set rs0',
      'create user root',
      'create user app',
      'add mongo-1',
      'promote mongo-1',
      'add mongo-2',
      'promote mongo-2',
    ]);
  });

  it.each([
    [1, 1],
    [3, 5],
    [5, 9],
    [7, 13],
  ])('ends with %i voters in version %i of the configuration', (count, version) => {
    const { config: last } = follow(beginning(count));
    expect(last?.version).toBe(version);
    expect(last?.members.map((member) => member.host)).toEqual(hosts(count));
    expect(last?.members.every((member) => member.votes !== 0)).toBe(true);
  });

  it('goes back from seven members to one, the highest first', () => {
    const seven = [0, 1, 2, 3, 4, 5, 6].map(voter);
    const { steps } = follow(primary(seven, { desired: hosts(1), peers: [] }));
    expect(steps).toEqual([6, 5, 4, 3, 2, 1].map((ordinal) => `remove mongo-${ordinal}`));
  });
});

describe('the wished number of members', () => {
  it.each([1, 2, 3, 5, 7])('may be %i', (count) => {
    expect(memberCount(String(count))).toBe(count);
  });

  it.each(['', '0', '8', '13', '3.0', '-1', 'three'])(
    'is never taken from %j, which could mean to remove all',
    (text) => {
      expect(() => memberCount(text)).toThrow(
        `/config/members must be a number from 1 to 7, got ${JSON.stringify(text)}`,
      );
    },
  );
});
