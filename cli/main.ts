#!/usr/bin/env node
import { run } from './run';

const { stdout, stderr, env } = process;

process.exitCode = await run(process.argv.slice(2), {
	print: (line) => stdout.write(`${line}\n`),
	complain: (line) => stderr.write(`${line}\n`),
	inColour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
	canOpen: stdout.isTTY === true && !env.CI,
	folder: process.cwd(),
});
