import net from 'node:net';

/** Whether nobody listens on this port of the loopback interface. */
export function isFree(port, host = '127.0.0.1') {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(false));
		server.listen(port, host, () => server.close(() => resolve(true)));
	});
}

/** A free port for tests. */
export function freePort(host = '127.0.0.1') {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(0, host, () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

/** Ends with a sentence that says what to do when a wanted port is taken. */
export async function requireFree(port, what, flag) {
	if (await isFree(port)) return;
	console.error(
		`Port ${port}, wanted for ${what}, is in use. Stop what runs there, or choose another: ${flag} ${port + 1}`,
	);
	process.exit(1);
}
