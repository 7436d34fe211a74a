import type { Field } from '../manifests/field';

/** A kubelet expands no variables in the commands of hooks. */
export function readLifecycle(field: Field): Lifecycle {
  const command = (hook: string) => {
    const place = field.at(hook, 'exec', 'command');
    return place.exists ? place.texts() : undefined;
  };
  return {
    field,
    postStart: command('postStart'),
    preStop: command('preStop'),
    stopSignal: field.at('stopSignal').tryText(),
  };
}

/** Commands in the container, and the signal that ends it. */
export interface Lifecycle {
  readonly field: Field;
  readonly postStart?: readonly string[];
  readonly preStop?: readonly string[];
  readonly stopSignal?: string;
}
