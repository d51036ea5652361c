export { addAmounts, roundedToCoin, timesAmount, writeMoney, type Money } from './money';
export { addDays, dayIn, monthIn, startOfDay } from './local-day';
export {
	cardFor,
	marketOf,
	RATE_CARDS,
	type Market,
	type Prices,
	type RateCard,
	type RateCategory,
} from './rate-card';
export { readRateCardCsv, type RateCardReading } from './read-rate-card-csv';
export {
	ENTRY_POINT_HOURS,
	FREE_SERVICE_MESSAGES,
	ServiceTier,
	type Circumstances,
	type FreeType,
} from './free-rules';
export { priceOf, type PriceAnswer, type PriceQuestion } from './price-of';
export {
	estimateCost,
	type CountryEstimate,
	type Estimate,
	type EstimateSettings,
} from './estimate';
export {
	creditsForMessages,
	messagesForCredits,
	type CreditPrice,
	type CreditSettings,
} from './credit-price';
export { readSpend, type Spend, type SpendPeriod, type SpendPoint } from './spend';
export {
	spendBy,
	spendPerDay,
	type SpendBy,
	type SpendReport,
	type SpendRow,
} from './spend-report';
export { readBilling, type Billing } from './billing';
export { readKnownSpend } from './known-spend';
