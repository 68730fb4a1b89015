package health.admit.portal.access;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import health.admit.portal.azure.PrincipalType;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.HealthApi;

/**
 * A role that somebody turned out to lack, and what gets it assigned: the page where an
 * operator gives it, or a command for somebody else.
 *
 * @param api null where it is not known which kind of service refused
 * @param service address of the service; null where it is not known
 * @param principal object id of whoever lacks it; null where it is not known
 * @param type what the principal is
 */
public record MissingRole(@Nullable HealthApi api, @Nullable String service, ClientTask task, @Nullable UUID principal,
		PrincipalType type) {

	/** The page of the application with this object id. */
	public String page(UUID applicationObjectId) {
		return page("/applications/" + applicationObjectId);
	}

	/** The same for a client id; the application is looked up on the way. */
	public String pageOfClient(UUID appId) {
		return page("/applications/client/" + appId);
	}

	private String page(String application) {
		return UriComponentsBuilder.fromPath(application + "/roles")
			.queryParam("task", this.task)
			.queryParamIfPresent("service", Optional.ofNullable(this.service))
			.queryParamIfPresent("person",
					Optional.ofNullable(this.principal).filter((who) -> this.type == PrincipalType.USER))
			.encode()
			.toUriString();
	}

	/** What somebody who may assign roles can paste; empty where too little is known. */
	public Optional<String> command(Cloud cloud) {
		return (this.api == null || this.principal == null) ? Optional.empty()
				: Optional.of(HandOver.least(cloud, this.api, this.task, this.principal, this.type).command());
	}

}
