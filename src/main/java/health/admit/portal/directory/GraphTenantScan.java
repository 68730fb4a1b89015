package health.admit.portal.directory;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

/**
 * The whole tenant behind the SDK.
 */
final class GraphTenantScan implements TenantScan {

	private static final int LARGEST_PAGE = 999;

	private static final Set<DelegatedScope> APPLICATIONS = Set.of(DelegatedScope.APPLICATION_READ);

	private final ScanRequests requests;

	private final Reads reads;

	private final BatchReads batches;

	private final OwnerReads owners;

	private final PresentObjects present;

	GraphTenantScan(ScanRequests requests, Reads reads, BatchReads batches) {
		this.requests = requests;
		this.reads = reads;
		this.batches = batches;
		this.owners = new OwnerReads(batches);
		this.present = new PresentObjects(requests, reads);
	}

	@Override
	public ScanPage applications(@Nullable String link) {
		return page("scan.applications", link,
				() -> this.requests.graph().applications().toGetRequestInformation((request) -> {
					request.queryParameters.select = ListedObject.APPLICATION;
					request.queryParameters.expand = new String[] { "federatedIdentityCredentials" };
					request.queryParameters.top = LARGEST_PAGE;
				}), ObjectPage::scanned);
	}

	@Override
	public ScanPage servicePrincipals(@Nullable String link) {
		return page("scan.service-principals", link,
				() -> this.requests.graph().servicePrincipals().toGetRequestInformation((request) -> {
					request.queryParameters.select = ListedObject.PRINCIPAL;
					request.queryParameters.top = LARGEST_PAGE;
				}), ObjectPage::scanned);
	}

	@Override
	public long applicationCount() {
		return this.reads.get("scan.application-count", APPLICATIONS, (call) -> this.requests.count(call,
				this.requests.graph().applications().count().toGetRequestInformation()));
	}

	@Override
	public long servicePrincipalCount() {
		return this.reads.get("scan.service-principal-count", APPLICATIONS, (call) -> this.requests.count(call,
				this.requests.graph().servicePrincipals().count().toGetRequestInformation()));
	}

	@Override
	public String applicationChangesFromNow() {
		return fromNow("applications", ListedObject.APPLICATION);
	}

	@Override
	public String servicePrincipalChangesFromNow() {
		return fromNow("servicePrincipals", ListedObject.PRINCIPAL);
	}

	/** The SDK has no parameter for the token that stands for now. */
	private String fromNow(String set, String[] select) {
		String path = "/v1.0/" + set + "/delta()?$deltatoken=latest&$select=" + String.join(",", select);
		return page("scan.changes-from-now", null, () -> this.requests.on(HttpMethod.GET, path), ObjectPage::later);
	}

	@Override
	public ChangePage changes(String link) {
		return page("scan.changes", link, () -> ScanRequests.follow(link), ObjectPage::changes);
	}

	@Override
	public Map<UUID, List<ScannedObject.ScannedFederation>> federatedCredentials(Collection<UUID> objectIds) {
		return this.batches.of("scan.federated-credentials", APPLICATIONS, objectIds,
				(id) -> "/applications/" + id + FederationList.PATH, FederationList::read, FederationList::federations);
	}

	@Override
	public Map<UUID, List<DirectoryPerson>> applicationOwners(Collection<UUID> objectIds) {
		return this.owners.of("applications", objectIds);
	}

	@Override
	public Map<UUID, List<DirectoryPerson>> servicePrincipalOwners(Collection<UUID> objectIds) {
		return this.owners.of("servicePrincipals", objectIds);
	}

	@Override
	public Optional<Set<UUID>> present(Collection<UUID> objectIds) {
		return this.present.of(objectIds);
	}

	@Override
	public UsePage credentialUse(@Nullable String link) {
		return following(link,
				() -> this.reads.get("scan.credential-use", Set.of(DelegatedScope.AUDIT_READ),
						(call) -> this.requests
							.send(call,
									(link != null) ? ScanRequests.follow(link)
											: this.requests.on(HttpMethod.GET, UseReport.PATH),
									UseReport::read)
							.page()));
	}

	private <T> T page(String name, @Nullable String link, Supplier<RequestInformation> first,
			Function<ObjectPage, T> mapping) {
		return following(link, () -> this.reads.get(name, APPLICATIONS, (call) -> mapping.apply(
				this.requests.send(call, (link != null) ? ScanRequests.follow(link) : first.get(), ObjectPage::read))));
	}

	private static <T> T following(@Nullable String link, Supplier<T> read) {
		try {
			return read.get();
		}
		catch (DirectoryRefused ex) {
			if (link != null && isLost(ex)) {
				throw new LinkLost(ex.status(), ex.code(), Fields.text(ex.getMessage()), ex.trace());
			}
			throw ex;
		}
	}

	/**
	 * Graph has many ways to say it: {@code Directory_ExpiredPageToken},
	 * {@code syncStateNotFound}, {@code resyncRequired}, or a plain bad request whose
	 * text names the token.
	 */
	private static boolean isLost(DirectoryRefused refused) {
		if (refused.status() == 410) {
			return true;
		}
		String words = (refused.code() + " " + refused.getMessage()).toLowerCase(Locale.ROOT);
		return (refused.status() == 400 || refused.status() == 404)
				&& Stream.of("token", "syncstate", "resync").anyMatch(words::contains);
	}

}
