import { ExternalSecret, SealedSecret } from 'cdk8s-tandem';
import type { Table } from './rows';

const external = 'ExternalSecret/spec';

export const externalSecret: Table = {
  make: (chart, props) => new ExternalSecret(chart, 'smtp', props),
  minimal: { secretStoreRef: { name: 'vault' }, data: { password: { key: 'smtp' } } },
  rows: {
    secretStoreRef: { at: `${external}/secretStoreRef/name`, sample: { name: 'other' }, least: { name: 'vault' } },
    'secretStoreRef.name': { at: `${external}/secretStoreRef/name`, sample: 'other' },
    'secretStoreRef.kind': { at: `${external}/secretStoreRef/kind`, sample: 'ClusterSecretStore' },
    data: { at: `${external}/data/0/secretKey`, sample: { user: { key: 'smtp' } } },
    'data.*.key': { at: `${external}/data/0/remoteRef/key`, sample: 'other' },
    'data.*.property': { at: `${external}/data/0/remoteRef/property`, byDefault: undefined, sample: 'password' },
    'data.*.version': { at: `${external}/data/0/remoteRef/version`, byDefault: undefined, sample: 'v2' },
    refreshPolicy: { at: `${external}/refreshPolicy`, sample: 'OnChange' },
    refreshInterval: { at: `${external}/refreshInterval`, sample: '15m' },
  },
};

const sealed = (byte: number) =>
  Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(512, byte), Buffer.alloc(40, byte)]).toString('base64');

export const sealedSecret: Table = {
  make: (chart, props) => new SealedSecret(chart, 'smtp', props),
  minimal: { encryptedData: { password: sealed(7) } },
  rows: {
    encryptedData: { at: 'SealedSecret/spec/encryptedData', sample: { password: sealed(9) } },
    scope: { at: 'SealedSecret/metadata/annotations', byDefault: undefined, sample: 'cluster-wide' },
    type: { at: 'SealedSecret/spec/template/type', sample: 'kubernetes.io/basic-auth' },
  },
};
