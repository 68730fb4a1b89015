package health.admit.portal.applications;

import java.util.List;

import health.admit.portal.directory.ApplicationSummary;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.DirectoryRefused;
import health.admit.portal.signin.CurrentOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of applications, to find one in.
 */
@Controller
class ApplicationsController {

	private static final int ROWS = 50;

	private final Directories directories;

	private final CurrentOperator current;

	ApplicationsController(Directories directories, CurrentOperator current) {
		this.directories = directories;
		this.current = current;
	}

	@GetMapping("/applications")
	String show(@RequestParam(name = "q", defaultValue = "") String text, Model model) {
		String wanted = Excerpt.of(text.strip(), 120);
		model.addAttribute("wanted", wanted);
		model.addAttribute("notUnderstood", false);
		try {
			List<ApplicationSummary> found = this.directories.actingFor(this.current.delegation())
				.searchApplications(wanted);
			model.addAttribute("rows", found.stream().map(ApplicationRow::of).toList());
			model.addAttribute("more", found.size() >= ROWS);
		}
		catch (DirectoryRefused ex) {
			if (ex.status() != 400) {
				throw ex;
			}
			model.addAttribute("rows", List.of());
			model.addAttribute("notUnderstood", true);
		}
		return "applications/list";
	}

}
