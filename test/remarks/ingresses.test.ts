import type { Chart } from 'cdk8s';
import { DataApi, ExternalSecret, type IngressProps } from 'cdk8s-tandem';
import { summary } from '../../lib/summary';
import { synthesized } from '../synthesis';

const said = (ingress: Partial<IngressProps>, more: (chart: Chart) => void = () => {}) =>
  summary(
    synthesized((chart) => {
      more(chart);
      new DataApi(chart, 'api', {
        image: 'ghcr.io/acme/api:1.2.3',
        ingress: { host: 'orders.example.com', ...ingress },
      });
    }),
  );

const classRemark = "Ingress: orders/api is for the cluster's default class; where there is none, nobody answers\n";
const certificateRemark = 'Certificate: the Ingress api needs the Secret orders/api-tls, with tls.crt and tls.key\n';

describe('the summary', () => {
  test('tells that an Ingress names no class, and which certificate nobody makes', () => {
    expect(said({})).toContain(classRemark);
    expect(said({})).toContain(certificateRemark);
  });

  test('tells nothing of what is named and made', () => {
    expect(said({ ingressClassName: 'nginx' })).not.toContain('Ingress: ');
    expect(said({ clusterIssuer: 'letsencrypt' })).not.toContain('Certificate: ');
    expect(said({ insecureHttp: 'in the office alone' })).not.toContain('Certificate: ');
    const secretStoreRef = { name: 'vault' };
    const data = { 'tls.crt': { key: 'tls', property: 'crt' }, 'tls.key': { key: 'tls', property: 'key' } };
    const made = (chart: Chart) => new ExternalSecret(chart, 'api-tls', { secretStoreRef, data });
    expect(said({}, made)).not.toContain('Certificate: ');
  });
});
