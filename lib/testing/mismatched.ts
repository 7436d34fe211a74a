/** An assertion of `cdk8s-tandem/testing` that does not hold. Its message is all there is to know. */
export class Mismatched extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Mismatched';
  }
}
