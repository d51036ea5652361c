import { humanised, tOr } from './words';

/** `previous.attendee.firstName` → "Previous Attendee: First Name". */
export function fieldName(field: string): string {
	const parts = field.split('.').map((part) => tOr(`mapping.part.${part}`, humanised(part)));
	const last = parts.pop() as string;
	return parts.length > 0 ? `${parts.join(' ')}: ${last}` : last;
}

export const noticeTypeName = (type: string): string =>
	tOr(`noticeType.${type.replace('.', '_')}`, type.split('.').map(humanised).join(': '));
