// What does an Account Health Rating mean?

export type AhrBand = 'healthy' | 'at_risk' | 'unhealthy';

/**
 * Band of a rating 0…1000: from 200 healthy, 100–199 at risk, below 100 unhealthy (C68, C31). Undefined outside the scale.
 * The seed's "over 90" belongs to no current scale and is not used (domain.md 5.1).
 */
export function bandOfAhr(score: number): AhrBand | undefined {
  if (!Number.isFinite(score) || score < 0 || score > 1000) return undefined;
  if (score >= 200) return 'healthy';
  return score >= 100 ? 'at_risk' : 'unhealthy';
}
