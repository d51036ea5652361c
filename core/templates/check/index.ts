import type { TemplateDefinition } from '../definition';
import { checkAuthentication } from './authentication';
import { checkButtons } from './buttons';
import { checkCarousel, checkProduct } from './carousel';
import { checkCategory, checkSensitiveRequest } from './category';
import { checkDuplicates } from './duplicates';
import { withRule, type Check, type CheckContext, type Finding } from './finding';
import { checkLinks } from './links';
import { checkName, checkTimeToLive } from './name';
import { checkOffer } from './offer';
import { checkBody, checkFooter, checkHeader } from './parts';
import { checkSamples } from './samples';
import { checkVariableFormat, checkVariableNames, checkVariablePlaces } from './variables';

export type { CheckContext, Finding } from './finding';
export { readDefinition } from './read-definition';
export { RULES, type Rule, type RuleId } from './rules';

const CHECKS: Check[] = [
	...[checkName, checkDuplicates, checkCategory, checkSensitiveRequest, checkTimeToLive],
	...[checkHeader, checkBody, checkFooter],
	...[checkVariablePlaces, checkVariableNames, checkVariableFormat, checkSamples],
	...[checkButtons, checkLinks, checkOffer, checkCarousel, checkProduct, checkAuthentication],
];

/**
 * What Meta would refuse in a template, and what it or its readers would not like, before anybody
 * sends it for approval. Nothing found means that no rule of `RULES` is broken, not that Meta will
 * approve. Reads nothing and never throws.
 */
export function checkTemplate(
	definition: TemplateDefinition,
	context: CheckContext = {},
): Finding[] {
	return CHECKS.flatMap((check) => check(definition, context)).map(withRule);
}
