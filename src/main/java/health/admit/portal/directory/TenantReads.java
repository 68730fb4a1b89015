package health.admit.portal.directory;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.StepUpRequired;

/**
 * Reads of the tenant: its name, its people, its credential policy.
 */
final class TenantReads {

	private static final int MOST_PEOPLE = 20;

	private final GraphServiceClient graph;

	private final Reads reads;

	private final Clock clock;

	TenantReads(GraphServiceClient graph, Reads reads, Clock clock) {
		this.graph = graph;
		this.reads = reads;
		this.clock = clock;
	}

	List<DirectoryPerson> searchPeople(String text) {
		String words = text.strip();
		if (words.isEmpty()) {
			return List.of();
		}
		UserCollectionResponse page = this.reads.get("people.search", Set.of(DelegatedScope.USER_SEARCH),
				(call) -> MalformedAnswer.require(this.graph.users().get((request) -> {
					call.on(request);
					request.queryParameters.select = PrincipalMapper.PERSON;
					request.queryParameters.top = MOST_PEOPLE;
					request.queryParameters.filter = ODataText.or(ODataText.startsWith("displayName", words),
							ODataText.startsWith("userPrincipalName", words), ODataText.startsWith("mail", words));
				}), "body"));
		return Fields.list(page.getValue(), PrincipalMapper::person);
	}

	List<DirectoryGroup> searchGroups(String text) {
		String words = text.strip();
		if (words.isEmpty()) {
			return List.of();
		}
		GroupCollectionResponse page = this.reads.get("groups.search", Set.of(DelegatedScope.GROUP_SEARCH),
				(call) -> MalformedAnswer.require(this.graph.groups().get((request) -> {
					call.on(request);
					request.queryParameters.select = PrincipalMapper.GROUP;
					request.queryParameters.top = MOST_PEOPLE;
					request.queryParameters.filter = ODataText.and(ODataText.startsWith("displayName", words),
							"securityEnabled eq true");
				}), "body"));
		return Fields.list(page.getValue(), PrincipalMapper::group);
	}

	/**
	 * Nice to know, never worth a detour: without the scope or the role it stays unknown.
	 */
	CredentialPolicy credentialPolicy() {
		try {
			return this.reads.get("policy.get", Set.of(DelegatedScope.POLICY_READ),
					(call) -> PolicyMapper.policy(this.graph.policies().defaultAppManagementPolicy().get((request) -> {
						call.on(request);
						request.queryParameters.select = PolicyMapper.POLICY;
					}), this.clock.instant()));
		}
		catch (StepUpRequired ex) {
			return CredentialPolicy.unknown();
		}
		catch (DirectoryRefused ex) {
			if (ex.status() == 403 || ex.status() == 404) {
				return CredentialPolicy.unknown();
			}
			throw ex;
		}
	}

	String name() {
		OrganizationCollectionResponse page = this.reads.get("organization.get", Set.of(DelegatedScope.USER_READ),
				(call) -> MalformedAnswer.require(this.graph.organization().get((request) -> {
					call.on(request);
					request.queryParameters.select = new String[] { "id", "displayName" };
				}), "body"));
		return Fields.list(page.getValue(), (organization) -> Fields.text(organization.getDisplayName()))
			.stream()
			.findFirst()
			.orElse("");
	}

}
