import type { ContractCase } from '../words/cases';
import { accountCases } from './account/account';
import { failedStatusCases } from './business-trigger/error-classes';
import { filterCases } from './business-trigger/filter';
import { handshakeCases } from './business-trigger/handshake';
import { notificationCases } from './business-trigger/notifications';
import { repeatCases } from './business-trigger/repeats';
import { verifyCases as updateVerifyCases } from './business-trigger/verify';
import { comparedCases } from './event-messages/compared';
import { ignoredCases } from './event-messages/ignored';
import { leftOutCases as planLeftOutCases } from './event-messages/left-out';
import { noticeCases } from './event-messages/notices';
import { leftOutCases as eventLeftOutCases } from './event-trigger/left-out';
import { platformCases } from './event-trigger/platforms';
import { verifyCases as eventVerifyCases } from './event-trigger/verify';
import { applyCases } from './manage-template/apply';
import { failureCases } from './manage-template/failures';
import { readCases } from './manage-template/read';
import { acceptedCases } from './send-template/accepted';
import { blockedCases } from './send-template/blocked';
import { dryRunCases } from './send-template/dry-run';
import { duplicateCases } from './send-template/duplicate';
import { errorClassCases } from './send-template/error-classes';
import { familyCases } from './send-template/families';
import { marketingCases } from './send-template/marketing';
import { optOutCases } from './send-template/opt-outs';
import { parameterCases } from './send-template/parameters';
import { rejectedCases } from './send-template/rejected';
import { skippedCases } from './send-template/skipped';
import { unknownCases } from './send-template/unknown';
import { unsentCases } from './send-template/unsent';

/** All that is promised of every engine. */
export const contractCases: readonly ContractCase[] = [
	...acceptedCases,
	...dryRunCases,
	...parameterCases,
	...familyCases,
	...marketingCases,
	...optOutCases,
	...skippedCases,
	...unsentCases,
	...blockedCases,
	...duplicateCases,
	...rejectedCases,
	...unknownCases,
	...errorClassCases,
	...handshakeCases,
	...updateVerifyCases,
	...notificationCases,
	...failedStatusCases,
	...filterCases,
	...repeatCases,
	...platformCases,
	...eventVerifyCases,
	...eventLeftOutCases,
	...noticeCases,
	...planLeftOutCases,
	...comparedCases,
	...ignoredCases,
	...applyCases,
	...failureCases,
	...readCases,
	...accountCases,
];

/** How a case is called where cases of all nodes stand in one list. */
export const titleOf = ({ node, name }: ContractCase): string => `${node}: ${name}`;
