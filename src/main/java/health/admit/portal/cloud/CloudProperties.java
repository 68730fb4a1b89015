package health.admit.portal.cloud;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which cloud and which tenant the portal serves.
 *
 * @param name the cloud; {@code global} unless said otherwise
 * @param tenantId id of the Entra tenant (a GUID), from the overview page of the tenant
 * @param baseUrl address of the sandbox; only for the sandbox
 * @param loginUrl origin of the sign-in service, where it differs from the one known for
 * the cloud. Documents disagree about China: {@code https://login.chinacloudapi.cn} is
 * the other one.
 */
@ConfigurationProperties("admit.cloud")
record CloudProperties(@Nullable CloudName name, @Nullable UUID tenantId, @Nullable URI baseUrl,
		@Nullable URI loginUrl) {
}
