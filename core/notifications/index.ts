export { readRecipients, type Recipient, type RecipientList } from './recipients/read-recipients';
export { recipientFields, type ColumnMapping, type RecipientField } from './recipients/columns';
export { checkRecipients } from './check/check-recipients';
export type {
	CheckedRecipients,
	LeftOutRecipient,
	ReadyRecipient,
	RecipientCheck,
} from './check/checked';
export { summaryOf, type CheckSummary } from './check/summary';
export { attemptOf, keyBaseOf, notificationOf, withAttempt } from './notification-id';
export {
	haltedBy,
	nextChunk,
	type ChunkOptions,
	type Halted,
	type NextChunk,
} from './sending/next-chunk';
export { nextAllowed, quietHours, type QuietHours } from './sending/quiet-hours';
export { startMoment } from './sending/start-moment';
export {
	leftOutRow,
	readyRow,
	resultColumns,
	resultStates,
	type ResultRow,
	type ResultState,
} from './sending/result-row';
export {
	changeByOutcome,
	changesByStatus,
	withChange,
	type RowChange,
	type StatusUpdate,
} from './sending/row-change';
export { readRows } from './sending/read-rows';
export { checkPage } from './report/check-page';
export { reportPage, type ReportPageOptions } from './report/report-page';
export type { PageOptions } from './report/draw';
export { reportCsv } from './report/report-csv';
export { haltedSentence } from './report/halted-sentence';
export { samplesOf } from './check/previews';
export { costOf, type Cost } from './check/cost';
export { reportOf, type Report, type ReasonCount } from './report/report';
export { readValues } from './recipients/read-values';
