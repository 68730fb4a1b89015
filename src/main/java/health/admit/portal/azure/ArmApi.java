package health.admit.portal.azure;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The calls to Azure Resource Manager. Answers of every status and kind come back as
 * bytes, so that an error, or somebody else's page, is read like anything else. Ids of
 * resources stand in addresses as {@link ResourceId#path()} has them.
 */
@HttpExchange(accept = "application/json")
interface ArmApi {

	String CALL = "x-ms-client-request-id";

	String SUBSCRIPTIONS = "2022-12-01";

	String HEALTH = "2024-03-31";

	String AUTHORIZATION = "2022-04-01";

	@GetExchange("/subscriptions?api-version=" + SUBSCRIPTIONS)
	ResponseEntity<byte[]> subscriptions(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
			@RequestHeader(CALL) UUID call);

	@GetExchange("/subscriptions/{subscription}?api-version=" + SUBSCRIPTIONS)
	ResponseEntity<byte[]> subscription(@PathVariable("subscription") UUID subscription,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	@GetExchange("/subscriptions/{subscription}/providers/Microsoft.HealthcareApis/workspaces?api-version=" + HEALTH)
	ResponseEntity<byte[]> workspaces(@PathVariable("subscription") UUID subscription,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	/**
	 * The services of a workspace.
	 * @param type {@code fhirservices} or {@code dicomservices}
	 */
	@GetExchange("/{workspace}/{type}?api-version=" + HEALTH)
	ResponseEntity<byte[]> services(@PathVariable("workspace") String workspace, @PathVariable("type") String type,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	@GetExchange("/{service}?api-version=" + HEALTH)
	ResponseEntity<byte[]> service(@PathVariable("service") String service,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	@GetExchange("/{scope}/providers/Microsoft.Authorization/roleDefinitions?api-version=" + AUTHORIZATION)
	ResponseEntity<byte[]> roleDefinitions(@PathVariable("scope") String scope,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	@GetExchange("/{scope}/providers/Microsoft.Authorization/permissions?api-version=" + AUTHORIZATION)
	ResponseEntity<byte[]> permissions(@PathVariable("scope") String scope,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	/**
	 * Role assignments.
	 * @param filter an OData filter made of nothing but fixed words and GUIDs
	 */
	@GetExchange("/{scope}/providers/Microsoft.Authorization/roleAssignments?$filter={filter}&api-version="
			+ AUTHORIZATION)
	ResponseEntity<byte[]> assignments(@PathVariable("scope") String scope, @PathVariable("filter") String filter,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	/** The next page of any list, under the address the page before named. */
	@GetExchange
	ResponseEntity<byte[]> page(URI next, @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
			@RequestHeader(CALL) UUID call);

	@PutExchange(url = "/{assignment}?api-version=" + AUTHORIZATION, contentType = "application/json")
	ResponseEntity<byte[]> assign(@PathVariable("assignment") String assignment, @RequestBody Map<String, Object> body,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

	@DeleteExchange("/{assignment}?api-version=" + AUTHORIZATION)
	ResponseEntity<byte[]> remove(@PathVariable("assignment") String assignment,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @RequestHeader(CALL) UUID call);

}
