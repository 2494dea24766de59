import { checkArguments } from '../../lib/options/check';
import type { Companion } from './companion';
import type { KubeRbacProxyOptions } from './kube-rbac-proxy/options';
import { companions } from './lazy';
import type { NginxBasicAuthOptions } from './nginx-basic-auth/options';
import type { Oauth2ProxyOptions } from './oauth2-proxy/options';

/** Companions for `AuthProxy`: they admit requests to the main container. */
export class AuthProxies {
  /**
   * Creates a login with OpenID Connect or OAuth 2.0, by oauth2-proxy.
   *
   * @param options who logs users in, who may enter, and the main container's port
   * @throws Error if a URL, port, path or time is invalid, or nobody may enter
   */
  public static oauth2Proxy(options: Oauth2ProxyOptions): Companion {
    checkArguments('AuthProxies.oauth2Proxy', options);
    return companions().oauth2Proxy(options);
  }

  /**
   * Creates an authorization of Kubernetes users and service accounts by RBAC, with kube-rbac-proxy. It
   * brings the ClusterRole and ClusterRoleBinding that it needs.
   *
   * @param options the main container's port, and what a client must be allowed to do
   * @throws Error if a port or path is invalid, or paths are both allowed and ignored
   */
  public static kubeRbacProxy(options: KubeRbacProxyOptions): Companion {
    checkArguments('AuthProxies.kubeRbacProxy', options);
    return companions().kubeRbacProxy(options);
  }

  /**
   * Creates a login with names and passwords from an htpasswd file, by nginx.
   *
   * @param options the file, and the main container's port
   * @throws Error if a port, path or the realm is invalid
   */
  public static nginxBasicAuth(options: NginxBasicAuthOptions): Companion {
    checkArguments('AuthProxies.nginxBasicAuth', options);
    return companions().nginxBasicAuth(options);
  }

  private constructor() {}
}
