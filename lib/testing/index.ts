export { SynthesisError } from '../problems';
export { Capture } from './capture';
export { expectMatch } from './expect-match';
export { Manifests, type Props } from './manifests';
export { Match } from './match';
export { Matcher } from './matcher';
export { Mismatched } from './mismatched';
export type { Container, Kind, Metadata, Resource } from './resource';
export type { Where } from './where';
