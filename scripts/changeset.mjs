// npm run changeset — the release tool, told that the repository's root is a package, too. It reads
// npm's `workspaces` only, which do not list the root; naming '.' there would make npm link the
// repository into its own node_modules.
import { NpmTool } from '@manypkg/tools';

const workspacesOf = NpmTool.getPackages;
NpmTool.getPackages = async (dir) => {
	const found = await workspacesOf(dir);
	return { ...found, packages: [found.rootPackage, ...found.packages] };
};

await import('@changesets/cli/bin.js');
