import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import { type PlainObject, typedProps } from './typed-props';

/** The same objects as a user of plain cdk8s writes them: its typed classes, or ApiObject where those cannot say it. */
export function preparePlain(outdir: string, objects: readonly PlainObject[], charts: number): () => App {
  const prepared = objects.map((object) => ({ object, typed: typedProps(object) }));
  return () => {
    const app = new App({ outdir });
    const homes = Array.from({ length: charts }, (_, at) => new Chart(app, `c${at}`, { namespace: `c${at}` }));
    prepared.forEach(({ object, typed }, at) => {
      const home = homes[Number(object.metadata.namespace.slice(1))] as Chart;
      if (typed) new typed.Typed(home, `o${at}`, typed.props);
      else new ApiObject(home, `o${at}`, object as unknown as ApiObjectProps);
    });
    return app;
  };
}
