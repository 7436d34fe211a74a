import { Chart, Size } from 'cdk8s';
import { DataApi, EtlCronJob, StatefulMongo, TandemApp } from 'cdk8s-tandem';

/** So many workloads in so many charts: by turns a database, an API on it, and a job that fills it. */
export function platform(outdir: string, workloads: number, charts: number): TandemApp {
  const app = new TandemApp({ outdir, projectRoot: outdir, compose: process.env.TANDEM_COMPOSE !== 'off' });
  const homes = Array.from({ length: charts }, (_, at) => new Chart(app, `c${at}`, { namespace: `c${at}` }));
  let mongo: StatefulMongo | undefined;
  for (let at = 0; at < workloads; at++) {
    const home = homes[Math.floor(at / 3) % charts] as Chart;
    const turn = at % 3;
    if (turn === 0) mongo = new StatefulMongo(home, `w${at}`, { database: 'app', storage: Size.gibibytes(20) });
    if (turn === 1) new DataApi(home, `w${at}`, { image, env: { LOG_LEVEL: 'info', MONGO_URL: url(mongo) } });
    if (turn === 2) new EtlCronJob(home, `w${at}`, { image, schedule, env: { MONGO_URL: url(mongo) } });
  }
  return app;
}

const image = 'ghcr.io/acme/orders:1.2.3';
const schedule = '15 2 * * *';

function url(mongo: StatefulMongo | undefined) {
  if (!mongo) throw new Error('a database comes first');
  return mongo.url();
}
