package health.admit.support;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Proves that the check against the published description can fail.
 */
class GraphSliceTests {

	private static final String CREATED = """
			{"id":"3fa85f64-5717-4562-b3fc-2c963f66afa6","appId":"7f3c2a10-5717-4562-b3fc-2c963f66afa6",
			"displayName":"Imaging","createdDateTime":"2026-01-01T00:00:00Z"}""";

	private GraphSlice slice;

	@BeforeEach
	void onlyWithTheDescription() {
		assumeThat(GraphSlice.find()).as("the published description of Graph beside the project").isPresent();
		this.slice = GraphSlice.find().orElseThrow();
	}

	@Test
	void aGoodExchangeIsGood() {
		assertThat(this.slice.faults("PATCH", URI.create("http://x/v1.0/applications(uniqueName='admit-1')"),
				"{\"displayName\":\"Imaging\",\"web\":{\"redirectUris\":[\"https://a.example\"]}}", 201, CREATED))
			.isEmpty();
		assertThat(this.slice.faults("GET",
				URI.create("http://x/v1.0/applications?%24select=id,appId&%24filter=displayName%20eq%20'a'"), "", 200,
				"{\"value\":[" + CREATED + "]}"))
			.isEmpty();
		assertThat(this.slice.faults("GET", URI.create("http://x/v1.0/applications/3fa85f64?$select=id"), "", 404,
				"{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"gone\"}}"))
			.isEmpty();
	}

	@Test
	void aWrongTypeIsFound() {
		assertThat(this.slice.faults("PATCH", URI.create("http://x/v1.0/applications(uniqueName='admit-1')"),
				"{\"displayName\":7}", 201, CREATED))
			.isNotEmpty();
		assertThat(this.slice.faults("PATCH", URI.create("http://x/v1.0/applications(uniqueName='admit-1')"), "{}", 201,
				CREATED.replace("\"Imaging\"", "7")))
			.isNotEmpty();
	}

	@Test
	void anUnknownPathOrMethodIsFound() {
		assertThat(this.slice.faults("GET", URI.create("http://x/v1.0/gadgets"), "", 200, "{}")).isNotEmpty();
		assertThat(this.slice.faults("PUT", URI.create("http://x/v1.0/applications"), "{}", 200, "{}")).isNotEmpty();
	}

	@Test
	void anErrorWithoutCodeIsFound() {
		assertThat(this.slice.faults("GET", URI.create("http://x/v1.0/me?$select=id"), "", 401, "{\"error\":\"no\"}"))
			.isNotEmpty();
	}

	@Test
	void aMemberThatDoesNotExistIsFound() {
		assertThat(this.slice.faults("POST", URI.create("http://x/v1.0/applications"), "{\"displayNam\":\"x\"}", 201,
				CREATED))
			.isNotEmpty();
		assertThat(this.slice.faults("GET", URI.create("http://x/v1.0/me?$select=id"), "", 200,
				"{\"id\":\"1\",\"shoeSize\":7}"))
			.isNotEmpty();
	}

}
