import type { IDataObject } from 'n8n-workflow';
import { forgetInRow, readSeenRows } from '../../core/events/last-seen';
import { recipientHash } from '../../core/messages/delivery-key';

/**
 * A row of what was seen last without a person in it: none where they are not in it.
 *
 * @param person their key in that table
 */
export function takeOut(
	json: IDataObject,
	person: string,
	hashKey: string,
	defaultCountry: string,
): Array<{ state: string; people: string }> {
	const [row] = readSeenRows([json]);
	if (row?.kind !== 'session' || !row.people.includes(` ${person} `)) return [];
	const hash = (text: string) => recipientHash(text, hashKey);
	// One that cannot be read is emptied: the platform's next answer fills it again.
	const { state, people } = forgetInRow(row, person, { hash, defaultCountry }) ?? {
		state: '{}',
		people: '',
	};
	return [{ state, people }];
}
