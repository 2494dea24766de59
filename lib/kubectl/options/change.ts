/** What every command that changes a manifest is told. */
export interface KubectlChangeOptions {
  /**
   * Kubernetes version whose kubectl is followed: `1.30` to `1.36`.
   *
   * @default - the newest known, 1.36
   */
  readonly kubernetesVersion?: string;
}

/** What `kubectl set image` is told. */
export interface KubectlSetImageOptions extends KubectlChangeOptions {
  /** Images by the name of their container; `*` stands for all. */
  readonly images: { readonly [container: string]: string };
}

/** What `kubectl set env` is told. */
export interface KubectlSetEnvOptions extends KubectlChangeOptions {
  /**
   * Variables to set (`NAME=VALUE`).
   *
   * @default - none
   */
  readonly env?: { readonly [name: string]: string };

  /**
   * Names of variables to remove (`NAME-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Containers to change, by name; `*` stands for anything (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;

  /**
   * Whether variables may get another value (`--overwrite`).
   *
   * @default true
   */
  readonly overwrite?: boolean;
}

/** What `kubectl set resources` is told. */
export interface KubectlSetResourcesOptions extends KubectlChangeOptions {
  /**
   * Limits by resource (`--limits`).
   *
   * @default - they stay as they are
   */
  readonly limits?: { readonly [resource: string]: string };

  /**
   * Requests by resource (`--requests`).
   *
   * @default - they stay as they are
   */
  readonly requests?: { readonly [resource: string]: string };

  /**
   * Containers to change, by name; `*` stands for anything (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;
}

/** What `kubectl set subject` is told. */
export interface KubectlSetSubjectOptions extends KubectlChangeOptions {
  /**
   * Users to bind (`--user`).
   *
   * @default - none
   */
  readonly users?: string[];

  /**
   * Groups to bind (`--group`).
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Service accounts to bind, each as `NAMESPACE:NAME` (`--serviceaccount`).
   *
   * @default - none
   */
  readonly serviceAccounts?: string[];
}

/** What `kubectl label` is told. */
export interface KubectlLabelOptions extends KubectlChangeOptions {
  /**
   * Labels to set (`KEY=VALUE`).
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Keys of labels to remove (`KEY-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Whether labels may get another value (`--overwrite`).
   *
   * @default false
   */
  readonly overwrite?: boolean;
}

/** What `kubectl annotate` is told. */
export interface KubectlAnnotateOptions extends KubectlChangeOptions {
  /**
   * Annotations to set (`KEY=VALUE`).
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Keys of annotations to remove (`KEY-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Whether annotations may get another value (`--overwrite`).
   *
   * @default false
   */
  readonly overwrite?: boolean;
}

/** What `kubectl patch` is told. */
export interface KubectlPatchOptions extends KubectlChangeOptions {
  /**
   * What the patch is (`--type`): `strategic`, `merge` or `json`.
   *
   * @default strategic
   */
  readonly type?: string;
}
