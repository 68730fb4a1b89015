package health.admit.portal.registration;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The form in which a draft's content is stored.
 */
@Component
class DraftJson {

	private final JsonMapper mapper;

	DraftJson(JsonMapper mapper) {
		this.mapper = mapper;
	}

	String write(DraftContent content) {
		return this.mapper.writeValueAsString(content);
	}

	DraftContent read(String json) {
		return this.mapper.readValue(json, DraftContent.class);
	}

}
