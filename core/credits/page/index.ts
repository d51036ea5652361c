export { creditsPage } from './credits-page';
export { MOST_DAYS, type CreditsPageFacts } from './facts';
