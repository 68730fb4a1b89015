package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the page about API permissions asks.
 *
 * @param picks ticked scopes and app roles, as {@link PermissionPick} writes them
 * @param apis app ids of the APIs on the page beyond those of the client's purpose
 * @param consentNow whether to consent for everyone when the plan is carried out
 * @param smartAnyway the admin wants consent although SMART scopes are among them
 * @param beyondHealth the admin confirms permissions outside the health APIs
 * @param search text to look for other APIs with
 */
record PermissionForm(@Nullable ArrayList<String> picks, @Nullable ArrayList<UUID> apis, @Nullable Boolean consentNow,
		@Nullable Boolean smartAnyway, @Nullable Boolean beyondHealth, @Nullable String search) {

	static final int LONGEST_SEARCH = 255;

	static PermissionForm suggested(List<PermissionPick> picks) {
		return new PermissionForm(texts(picks.stream()), new ArrayList<>(), true, false, false, null);
	}

	static PermissionForm from(PermissionChoice choice) {
		Stream<PermissionPick> picks = choice.apis()
			.stream()
			.flatMap((api) -> Stream.concat(
					api.scopes()
						.stream()
						.map((scope) -> new PermissionPick(PermissionPick.Type.SCOPE, api.appId(), scope.id())),
					api.appRoles()
						.stream()
						.map((role) -> new PermissionPick(PermissionPick.Type.ROLE, api.appId(), role.id()))));
		ArrayList<UUID> apis = new ArrayList<>(choice.apis().stream().map(PermissionChoice.Api::appId).toList());
		return new PermissionForm(texts(picks), apis, choice.consentNow(), false, false, null);
	}

	/**
	 * The ticks; what no checkbox can have sent is left out.
	 */
	Set<PermissionPick> picked() {
		Set<PermissionPick> picked = new LinkedHashSet<>();
		if (this.picks != null) {
			this.picks.forEach((text) -> PermissionPick.parse(String.valueOf(text)).ifPresent(picked::add));
		}
		return picked;
	}

	Set<UUID> otherApis() {
		Set<UUID> others = new LinkedHashSet<>();
		if (this.apis != null) {
			this.apis.stream().filter((api) -> api != null).forEach(others::add);
		}
		return others;
	}

	PermissionForm plus(UUID api) {
		Set<UUID> all = otherApis();
		all.add(api);
		return new PermissionForm(this.picks, new ArrayList<>(all), this.consentNow, this.smartAnyway,
				this.beyondHealth, null);
	}

	boolean wantsConsent() {
		return Boolean.TRUE.equals(this.consentNow);
	}

	String searched() {
		String text = (this.search != null) ? this.search.strip() : "";
		return (text.length() > LONGEST_SEARCH) ? text.substring(0, LONGEST_SEARCH) : text;
	}

	private static ArrayList<String> texts(Stream<PermissionPick> picks) {
		return new ArrayList<>(picks.map(PermissionPick::toString).toList());
	}

}
