import { t } from './i18n.ts';
import type { Platform } from './types.ts';

/** The name of a platform; the one that is none has its name in the reader's language. */
export function platformName({ id, name }: Pick<Platform, 'id' | 'name'>): string {
	return id === 'generic' ? t('genericPlatform') : name;
}
