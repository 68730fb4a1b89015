package health.admit.portal.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the index is kept.
 *
 * @param servicePrincipals whether credentials of service principals are read as well
 * @param appOnly whether the portal reads on a schedule with its own app-only tokens,
 * which need {@code Application.Read.All} as an application permission
 * @param refreshAfter how old the last look at changes may become
 * @param fullAfter how old the last full pass may become
 * @param ownersAfter how old owners may become before they are read again
 * @param longestLifetime longest life of a credential where the tenant's policy names
 * none
 */
@ConfigurationProperties("admit.inventory")
record InventoryProperties(@DefaultValue("false") boolean servicePrincipals, @DefaultValue("false") boolean appOnly,
		@DefaultValue("15m") Duration refreshAfter, @DefaultValue("24h") Duration fullAfter,
		@DefaultValue("1d") Duration ownersAfter, @DefaultValue("730d") Duration longestLifetime) {
}
