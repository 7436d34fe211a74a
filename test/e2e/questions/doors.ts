import { eventually } from '../eventually';
import { type Container, type PlaceName, places } from '../platform';
import type { Question, Subject } from '../question';
import { knock, type Towards } from './knock';

const open: readonly { readonly from: PlaceName; readonly to: Towards }[] = [
  { from: 'api', to: 'mongod' },
  { from: 'nightly-load', to: 'mongod' },
  { from: 'nightly-load', to: 'prices' },
];

interface ClosedDoor {
  readonly from: PlaceName;
  readonly to: Towards;
  /** An open door of the same container: a door is closed only if others can be opened. */
  readonly besides: Towards;
  /** The difference that says so, where a target cannot close it. */
  readonly unless?: string;
}

const closed: readonly ClosedDoor[] = [
  { from: 'nightly-load', to: 'api', besides: 'mongod' },
  { from: 'api', to: 'prices', besides: 'mongod', unless: 'orders/api/policy/network-policy spec/policyTypes/1' },
  { from: 'mongod', to: 'api', besides: 'mongod', unless: 'orders/api/policy/network-policy spec/policyTypes/0' },
  // Nothing else is open to the database: it can only knock at its own.
  { from: 'mongod', to: 'prices', besides: 'mongod' },
];

export function askAboutDoors(question: Question): void {
  for (const { from, to } of open) {
    question(`${from} reaches ${to}`, async (subject) => {
      await subject.platform.inside(places[from], (container) => expectDoor('open', container, to, subject));
    });
  }
  for (const door of closed) {
    question(`${door.from} does not reach ${door.to}, but does without their policies`, (subject) =>
      subject.platform.inside(places[door.from], (container) => tryDoor(door, container, subject)),
    );
  }
}

async function tryDoor({ to, besides, unless }: ClosedDoor, container: Container, subject: Subject): Promise<void> {
  const here = unless && subject.platform.differences.includes(unless) ? 'open' : 'closed';
  await expectDoor('open', container, besides, subject);
  await expectDoor(here, container, to, subject);
  await container.unhindered(to === 'prices' ? undefined : places[to], () =>
    expectDoor('open', container, to, subject),
  );
  await expectDoor(here, container, to, subject);
}

/** A cluster needs a moment to enforce the policies of a new pod, or new policies. */
async function expectDoor(state: 'open' | 'closed', { sh }: Container, to: Towards, subject: Subject): Promise<void> {
  const script = await knock(to, subject);
  await eventually(async () => expect({ [to]: (await sh(script)).trim() }).toEqual({ [to]: state }), 30);
}
