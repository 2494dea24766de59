/** Keys of a strategic merge patch that say how it is merged. */
export const DIRECTIVE = '$patch';
export const RETAIN_KEYS = '$retainKeys';
export const DELETE_FROM = '$deleteFromPrimitiveList';
export const ELEMENT_ORDER = '$setElementOrder';
