package health.admit.portal.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.graph.applications.ApplicationsRequestBuilder;
import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.ApplicationCollectionResponse;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;

/**
 * Reads below {@code /applications}.
 */
final class ApplicationReads {

	/** Far more namesakes than anybody can tell apart. */
	private static final int MOST_NAMESAKES = 200;

	private static final int MOST_FOUND = 50;

	private static final int MOST_OWNERS = 100;

	private static final Set<DelegatedScope> SCOPES = Set.of(DelegatedScope.APPLICATION_READ);

	private final GraphServiceClient graph;

	private final Reads reads;

	ApplicationReads(GraphServiceClient graph, Reads reads) {
		this.graph = graph;
		this.reads = reads;
	}

	List<ApplicationSummary> named(String displayName) {
		return Pages.collect(MOST_NAMESAKES, (link) -> this.reads.get("application.named", SCOPES, (call) -> {
			ApplicationsRequestBuilder applications = this.graph.applications();
			return MalformedAnswer.require(link.from(applications, applications::withUrl).get((request) -> {
				call.on(request);
				request.queryParameters.select = ApplicationMapper.SUMMARY;
				request.queryParameters.filter = ODataText.equal("displayName", displayName);
			}), "body");
		}), ApplicationReads::summaries);
	}

	List<ApplicationSummary> search(String text) {
		String words = text.strip();
		if (ODataText.isGuid(words)) {
			UUID id = UUID.fromString(words);
			return Stream.of(byAppId(id), byObjectId(id))
				.flatMap(Optional::stream)
				.map((found) -> new ApplicationSummary(found.objectId(), found.appId(), found.displayName(),
						found.createdAt()))
				.toList();
		}
		return words.isEmpty() ? first() : withWords(words);
	}

	private List<ApplicationSummary> first() {
		return summaries(this.reads.get("application.list", SCOPES,
				(call) -> MalformedAnswer.require(this.graph.applications().get((request) -> {
					call.on(request);
					Advanced.on(request);
					request.queryParameters.select = ApplicationMapper.SUMMARY;
					request.queryParameters.top = MOST_FOUND;
					request.queryParameters.orderby = new String[] { "displayName" };
					request.queryParameters.count = true;
				}), "body")));
	}

	private List<ApplicationSummary> withWords(String words) {
		return summaries(this.reads.get("application.search", SCOPES,
				(call) -> MalformedAnswer.require(this.graph.applications().get((request) -> {
					call.on(request);
					Advanced.on(request);
					request.queryParameters.select = ApplicationMapper.SUMMARY;
					request.queryParameters.top = MOST_FOUND;
					request.queryParameters.search = ODataText.search("displayName", words);
				}), "body")))
			.stream()
			.sorted(Comparator.comparing(ApplicationSummary::displayName, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	private static List<ApplicationSummary> summaries(ApplicationCollectionResponse page) {
		return Fields.list(page.getValue(), ApplicationMapper::summary);
	}

	Optional<ApplicationRecord> byObjectId(UUID objectId) {
		return this.reads.find("application.get", SCOPES, (call) -> ApplicationMapper
			.record(this.graph.applications().byApplicationId(objectId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = ApplicationMapper.RECORD;
			})));
	}

	Optional<ApplicationRecord> byAppId(UUID appId) {
		return this.reads.find("application.get-by-app-id", SCOPES,
				(call) -> ApplicationMapper.record(this.graph.applicationsWithAppId(appId.toString()).get((request) -> {
					call.on(request);
					request.queryParameters.select = ApplicationMapper.RECORD;
				})));
	}

	Optional<ApplicationRecord> byUniqueName(String uniqueName) {
		String key = ODataText.uniqueName(uniqueName);
		return this.reads.find("application.get-by-unique-name", SCOPES,
				(call) -> ApplicationMapper.record(this.graph.applicationsWithUniqueName(key).get((request) -> {
					call.on(request);
					request.queryParameters.select = ApplicationMapper.RECORD;
				})));
	}

	/**
	 * Without the wider scope Graph still tells who owns an application, but not their
	 * names; that is no reason to send anybody to sign-in.
	 */
	List<DirectoryPerson> owners(UUID objectId) {
		try {
			return owners(objectId, Set.of(DelegatedScope.DIRECTORY_READ));
		}
		catch (StepUpRequired ex) {
			if (ex.claims() != null) {
				throw ex;
			}
			return owners(objectId, SCOPES);
		}
	}

	private List<DirectoryPerson> owners(UUID objectId, Set<DelegatedScope> scopes) {
		DirectoryObjectCollectionResponse page = this.reads.get("application.owners", scopes, (call) -> MalformedAnswer
			.require(this.graph.applications().byApplicationId(objectId.toString()).owners().get((request) -> {
				call.on(request);
				request.queryParameters.select = PrincipalMapper.OWNER;
				request.queryParameters.top = MOST_OWNERS;
			}), "body"));
		return Fields.list(page.getValue(), PrincipalMapper::person);
	}

	List<CertificateKey> certificateKeys(UUID objectId) {
		Application application = this.reads.get("application.certificate-keys", SCOPES, (call) -> MalformedAnswer
			.require(this.graph.applications().byApplicationId(objectId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = new String[] { "id", "keyCredentials" };
			}), "body"));
		return Fields.list(application.getKeyCredentials(), CredentialMapper::certificateKey);
	}

	List<FederatedCredential> federatedCredentials(UUID objectId) {
		return this.reads.get("application.federated-credentials", SCOPES,
				(call) -> Fields.list(MalformedAnswer.require(this.graph.applications()
					.byApplicationId(objectId.toString())
					.federatedIdentityCredentials()
					.get((request) -> {
						call.on(request);
						request.queryParameters.select = new String[] { "id", "name", "issuer", "subject", "audiences",
								"description" };
					}), "body").getValue(), CredentialMapper::federated));
	}

}
