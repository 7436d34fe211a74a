import { ApiObject, type App, Chart, JsonPatch } from 'cdk8s';
import type { Definition } from '../zoo';
import { everyObject } from './objects';
import { otherKinds } from './other-kinds';
import { everyOwner } from './owners';
import { everyPod } from './pods';

/*
 * Kitchen sinks: objects that together say every field that there is, whether or not it makes sense beside the others.
 * Nobody would run them; the proofs ask what is told of each field.
 */
export const sinks: Readonly<Record<string, Definition>> = {
  pods: sinkOf(everyPod.map((template) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } }))),
  owners: sinkOf(everyOwner),
  objects: sinkOf(everyObject),
  otherKinds: sinkOf(otherKinds),
  patched: (app) => {
    const object = new ApiObject(new Chart(app, 'patched'), 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    // cdk8s itself leaves out what is empty there.
    object.addJsonPatch(JsonPatch.add('/metadata/labels', {}), JsonPatch.add('/metadata/annotations', {}));
  },
};

function sinkOf(objects: readonly object[]): Definition {
  return (app: App) => {
    const chart = new Chart(app, 'sink', { namespace: 'sink' });
    for (const [index, object] of objects.entries()) {
      const name = `thing-${index}`;
      new ApiObject(chart, name, withName(object as Parameters<typeof withName>[0], name));
    }
  };
}

function withName(
  object: { readonly apiVersion: string; readonly kind: string; readonly metadata?: object },
  name: string,
) {
  return { ...object, metadata: { name, ...object.metadata } };
}
