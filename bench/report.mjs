import { LIMIT } from './deliveries.mjs';
import { SEARCHES } from './template-account.mjs';

/** The table a person reads: how ours compares, as ratios, which carry over to other machines. */
export function printReport(results) {
	const byName = new Map(results.map(({ line, details }) => [line.name, { ...line, ...details }]));
	const rows = [...byName.values()];
	const memory = rows.filter(({ name }) => name.startsWith('memory'));
	printSending(
		rows.filter(({ accepted }) => accepted !== undefined),
		byName.get('ours') ?? byName.get('node-red'),
	);
	printBeginning(byName.get('node-red-load'), byName.get('first-message'));
	if (memory.length > 0) printMemory(memory);
	printNodeRedMemory(rows.filter(({ idleMb }) => idleMb !== undefined));
	if (byName.has('webhook')) printWebhook(byName.get('webhook'));
	printTemplates(rows.filter(({ name }) => name.startsWith('templates-')));
	console.log('');
	for (const { line } of results) console.log(JSON.stringify(line));
	for (const { line } of results) if (line.ok === false) console.log(`NOT MET: ${line.name}`);
}

function printSending(rows, ours) {
	if (rows.length === 0) return;
	console.log(`\nSending, limit ${LIMIT} messages a second`);
	table([
		[
			'',
			'accepted',
			'lost',
			'twice',
			'refused',
			'seconds',
			'run',
			'CPU',
			'of limit',
			'reached by ours',
			'speed of ours',
		],
		...rows.map((row) => [
			row.name,
			row.accepted,
			row.lost,
			row.twice,
			row.refused ?? '',
			row.seconds,
			`${row.runSeconds.toFixed(1)} s`,
			Number.isNaN(row.cpu) ? '' : `${row.cpu.toFixed(1)} s`,
			`${(row.shareOfLimit * 100).toFixed(1)} %`,
			ours && row.accepted <= ours.accepted && !row.name.startsWith('memory')
				? ratio(ours.accepted, row.accepted)
				: '',
			ours && !row.name.startsWith('memory') && row.lost === 0
				? ratio(ours.shareOfLimit, row.shareOfLimit)
				: '',
		]),
	]);
}

function printBeginning(load, first) {
	if (!load && !first) return;
	console.log('\nBeginning with Node-RED');
	table([
		...(load
			? [['loading the package', `${load.medianMs} ms (${load.lowestMs} to ${load.highestMs})`]]
			: []),
		...(first ? [['npm start to the first message', `${first.seconds} s`]] : []),
	]);
}

function printNodeRedMemory(rows) {
	if (rows.length === 0) return;
	console.log('\nMemory of Node-RED: idle, and at its peak');
	table([
		['', 'idle', 'peak', 'above', 'most in flight'],
		...rows.map((row) => [
			row.name,
			mb(row.idleMb),
			mb(row.peakMb),
			mb(row.aboveIdleMb),
			row.highestInFlight,
		]),
	]);
}

function printMemory(rows) {
	console.log('\nMemory of n8n, 10,000 items in one run: before, and at its peak');
	table([
		['', 'Send Template', 'No Operation', 'above', 'most in flight'],
		...rows.map((row) => [
			row.name,
			`${mb(row.startMb)} to ${mb(row.peakMb)}`,
			`${mb(row.noOpStartMb)} to ${mb(row.noOpPeakMb)}`,
			mb(row.aboveNoOpMb),
			row.highestInFlight,
		]),
	]);
}

function printWebhook(row) {
	console.log('\nStatus updates');
	table([
		[`runs per call of ${row.updates} updates`, row.runs.join(', ')],
		['slowest answer', `${row.answeredMs} ms`],
		['runs for updates nobody subscribed to', row.runsWhenFiltered],
		['filtered calls a second, ours', row.filteredPerSecond],
		['filtered calls a second, built-in trigger', row.builtInFilteredPerSecond],
		['ours : built-in', ratio(row.filteredPerSecond, row.builtInFilteredPerSecond)],
	]);
}

function printTemplates(rows) {
	const lists = rows.filter(({ shown }) => shown !== undefined);
	if (lists.length === 0) return;
	const builtIn = lists.find(({ name }) => name === 'templates-builtin');
	console.log('\nLists of templates: complete, and one found in them');
	table([
		[
			...['', 'shown', 'of built-in', 'first load', 'requests', 'found', 'search', 'slowest'],
			...['n8n alone', 'requests', 'search : first load'],
		],
		...lists.map((row) => [
			row.name,
			`${row.shown} of ${row.of}`,
			builtIn ? ratio(row.shown, builtIn.shown) : '',
			`${row.firstLoadMs} ms`,
			row.firstLoadRequests,
			`${row.found} of ${SEARCHES}`,
			row.searchMs === undefined ? '' : `${row.searchMs} ms`,
			row.slowestSearchMs === undefined ? '' : `${row.slowestSearchMs} ms`,
			row.n8nMs === undefined ? '' : `${row.n8nMs} ms`,
			row.searchRequests ?? '',
			row.searchMs === undefined ? '' : ratio(row.searchMs, row.firstLoadMs),
		]),
	]);
	console.log('\nApply, where everything is in line already');
	table([
		['', 'unchanged', 'account', 'ms', 'requests', 'changes'],
		...rows
			.filter(({ definitions }) => definitions !== undefined)
			.map((row) => [
				row.name,
				`${row.unchanged} of ${row.definitions}`,
				row.of,
				row.ms,
				row.requests,
				row.changes,
			]),
	]);
}

function table(rows) {
	const widths = rows[0].map((_, column) =>
		Math.max(...rows.map((row) => String(row[column]).length)),
	);
	for (const row of rows) {
		const cells = row.map((cell, column) =>
			column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
		);
		console.log(`  ${cells.join('   ')}`);
	}
}

const ratio = (a, b) => (b > 0 ? `${(a / b).toFixed(2)} x` : '–');
const mb = (value) => (value == null ? 'not known' : `${Math.round(value)} MB`);
