/** Why a field is left out, and what follows from it for the one who works on the laptop. */
export interface Because {
  readonly reason: string;
  readonly means: string;
}

/** Fields that Compose leaves out, and why. */
export interface Reason extends Because {
  /** `pod` for the pod of whatever owner, whose fields are counted from there; `*` for every object. */
  readonly kinds: readonly string[];
  /** `*` stands for one key or index, `**` alone for the whole object. */
  readonly fields: readonly string[];
  /** The one value of which it is true. */
  readonly only?: unknown;
}

export const oneMachine: Because = {
  reason: 'places pods on nodes: a laptop is one',
  means: 'nothing: whether a cluster has room shows only there',
};

/** What a laptop does by itself. */
export const alike: Because = { reason: 'as on a laptop', means: 'nothing' };

/** A list or a map that is empty, and means what none would mean. */
export const unsaid: Because = { reason: 'says nothing', means: 'nothing' };

/** A selector that finds a pod of the app is read: it becomes a name or a network. */
export const nobody: Because = {
  reason: 'selects pods that this app does not make',
  means: 'nothing: whoever it means is not on the laptop',
};

export const noApi: Because = {
  reason: 'an account for the Kubernetes API, which a laptop has none of',
  means: 'nothing: what an account may do is asked by that API alone',
};

export const selection: Because = { reason: 'by labels a cluster finds objects: Compose has names', means: 'nothing' };
