package health.admit.portal.directory;

import java.util.List;

/**
 * Redirect URIs by platform. A URI belongs to one platform only.
 */
public record RedirectUris(List<String> web, List<String> singlePage, List<String> publicClient) {
}
