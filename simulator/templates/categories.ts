/** Source: Meta, "Template categorization". */
export const CATEGORIES: readonly string[] = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];
