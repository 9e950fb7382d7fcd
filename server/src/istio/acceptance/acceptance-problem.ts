/** Why istiod's webhook or the CRD's schema refuses an object, and which part of it. */
export interface AcceptanceProblem {
  /** A path such as `spec.hosts[0]`. */
  readonly path: string
  /** What is wrong and what would be right. */
  readonly message: string
}
