package health.admit.portal.registration;

import java.util.List;

import health.admit.portal.directory.ApplicationSummary;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.Directory;
import health.admit.portal.directory.DirectoryPerson;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds the applications that have a name already. Names are no keys in Entra; the admin
 * decides what a match means.
 */
@Component
class NameCheck {

	private static final int SHOWN = 10;

	private final Directories directories;

	private final CurrentOperator current;

	NameCheck(Directories directories, CurrentOperator current) {
		this.directories = directories;
		this.current = current;
	}

	/**
	 * Applications with this name, without their owners.
	 */
	List<SameNamed> named(String name) {
		return find(name).stream().map((found) -> view(found, null)).toList();
	}

	/**
	 * Applications with this name and who owns them; may lead to the sign-in page first.
	 */
	List<SameNamed> namedWithOwners(String name) {
		this.current.require(DelegatedScope.DIRECTORY_READ);
		return find(name).stream().limit(SHOWN).map((found) -> view(found, owners(found))).toList();
	}

	private List<ApplicationSummary> find(String name) {
		return directory().applicationsNamed(name);
	}

	private List<String> owners(ApplicationSummary application) {
		return directory().owners(application.objectId()).stream().map(DirectoryPerson::displayName).toList();
	}

	private static SameNamed view(ApplicationSummary found, @Nullable List<String> owners) {
		return new SameNamed(found.appId(), found.objectId(), found.createdAt(), "/applications/" + found.objectId(),
				owners);
	}

	private Directory directory() {
		return this.directories.actingFor(this.current.delegation());
	}

}
