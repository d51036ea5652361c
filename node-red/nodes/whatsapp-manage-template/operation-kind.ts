import { accountlessOperations, changingOperations, type TemplateOperation } from '../../engine';
import type { DraftOperation, ManageTemplateConfig } from './config';

type Kind = Pick<ManageTemplateConfig, 'operation' | 'definitionFrom'>;

const draftOperations: readonly string[] = ['saveDraft', 'getDrafts', 'deleteDraft'];

/** The operation, where it is one on drafts. */
export const draftOperationOf = ({ operation }: Kind): DraftOperation | undefined =>
	draftOperations.includes(operation) ? (operation as DraftOperation) : undefined;

/** What the fields of a node are read like; those of operations on drafts like others of their kind. */
export function readAs({ operation }: Kind): TemplateOperation {
	switch (operation) {
		case 'saveDraft':
			return 'check';
		case 'getDrafts':
			return 'getMany';
		case 'deleteDraft':
			return 'get';
		default:
			return operation;
	}
}

/** Drafts are kept under the id of their account. */
export const needsAccount = (kind: Kind): boolean =>
	draftOperationOf(kind) !== undefined ||
	kind.definitionFrom === 'drafts' ||
	!accountlessOperations.includes(readAs(kind));

/** Apply and Submit send drafts for approval: what WhatsApp has taken is none any more. */
export const takesDrafts = ({ operation, definitionFrom }: Kind): boolean =>
	definitionFrom === 'drafts' && ['apply', 'submit'].includes(operation);

/** Whether runs of it must not stand side by side. */
export const changesAccount = ({ operation }: Kind): boolean =>
	changingOperations.includes(operation as TemplateOperation);

/** Whether templates in review can be waited for. */
export const canWait = ({ operation }: Kind): boolean =>
	['apply', 'submit', 'getStatus'].includes(operation);
