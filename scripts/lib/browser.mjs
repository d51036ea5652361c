import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** Chromium, and fonts for the scripts the pages are shown in. */
const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** A Chromium of this system; on Debian as root it is installed where it is missing. */
function findChromium() {
	const found = () => PLACES.find((place) => place && existsSync(place));
	if (found()) return found();
	if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
		console.log(`Installing ${PACKAGES.join(', ')} …`);
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
	}
	if (found()) return found();
	throw new Error(`Chromium is missing: install ${PACKAGES.join(' ')}, or set CHROMIUM_PATH.`);
}

/** A headless browser that looks nothing up on the internet by itself. */
export async function launchBrowser() {
	return await chromium.launch({
		executablePath: findChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
