import type { Field } from '../manifests/field';

/** The processor that a pod's node must have. */
export function readPlatform(spec: Field): Platform | undefined {
  const fields = ['kubernetes.io/arch', 'beta.kubernetes.io/arch'].map((label) => spec.at('nodeSelector', label));
  const field = fields.find((candidate) => candidate.exists);
  return field && { field, name: `linux/${field.text()}` };
}

export interface Platform {
  readonly field: Field;
  readonly name: string;
}
