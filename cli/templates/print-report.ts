import type { Finding } from '../../core/templates/check';
import { count, paint, type Terminal } from '../terminal';
import type { Report } from './report';

/** A report for a person: by file, and a closing line with the figures. */
export function printReport(report: Report, terminal: Terminal): void {
	for (const { file, findings } of report.files) {
		if (findings.length === 0) continue;
		terminal.print(paint(terminal, 'bold', file));
		for (const finding of findings) printFinding(finding, terminal);
		terminal.print('');
	}
	printUnread(report.unread, terminal);
	terminal.print(closingLine(report, terminal));
}

function printFinding(finding: Finding, terminal: Terminal): void {
	const { severity, place, message, whatToDo, rule } = finding;
	const colour = severity === 'error' ? 'red' : 'yellow';
	const indent = ' '.repeat(11);
	terminal.print(`  ${paint(terminal, colour, severity.padEnd(8))} ${place}: ${oneLine(message)}`);
	terminal.print(`${indent}${oneLine(whatToDo)} ${paint(terminal, 'faint', `(${rule})`)}`);
}

/** A message quotes the template, which may say anything: nothing of it may steer the terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Files that could not be read, to stderr. */
export function printUnread(unread: Report['unread'], terminal: Terminal): void {
	for (const { file, reason } of unread) terminal.complain(`${file}: ${oneLine(reason)}`);
}

function closingLine({ checked, problems, errors, warnings, unread }: Report, terminal: Terminal) {
	const kinds = [
		...(errors > 0 ? [count(errors, 'error')] : []),
		...(warnings > 0 ? [count(warnings, 'warning')] : []),
	].join(', ');
	const line =
		`${checked} checked, ${count(problems, 'problem')}` +
		(problems > 0 ? ` (${kinds})` : '') +
		(unread.length > 0 ? `, ${unread.length} not read` : '');
	const colour = errors + unread.length > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
	return paint(terminal, colour, line);
}
