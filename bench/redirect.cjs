// Loaded into the benchmark's own n8n with --require. n8n's built-in WhatsApp nodes have Meta's
// address written into them; here, and nowhere else, requests to it go to the simulator.
const http = require('node:http');
const https = require('node:https');

const META = 'graph.facebook.com';
const simulator = process.env.BENCH_SIMULATOR_URL && new URL(process.env.BENCH_SIMULATOR_URL);

if (simulator) {
	const { request } = https;
	https.request = function redirected(...args) {
		const [first] = args;
		const isUrl = typeof first === 'string' || first instanceof URL;
		const url = isUrl ? new URL(first) : undefined;
		const options = isUrl ? (typeof args[1] === 'object' ? args[1] : {}) : first;
		const host = url?.hostname ?? options.hostname ?? options.host;
		if (host !== META) return request.apply(this, args);
		const callback = args.find((arg) => typeof arg === 'function');
		return http.request(toSimulator(url, options), callback);
	};
	https.get = (...args) => https.request(...args).end();
}

function toSimulator(url, options) {
	const { agent, agents, createConnection, lookup, servername, href, ...rest } = options;
	return {
		...rest,
		path: url ? `${url.pathname}${url.search}` : options.path,
		protocol: 'http:',
		host: simulator.hostname,
		hostname: simulator.hostname,
		port: simulator.port,
	};
}
