package org.lemmalab.cli;

import picocli.CommandLine.Command;

/** {@code lab export}: what others can read. */
@Command(
        name = "export",
        description = "Write training examples for tools that train on several GPUs, or the notebooks as pages.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            TrainingExport.LlamaFactory.class,
            TrainingExport.Trl.class,
            HtmlExport.class,
        })
final class ExportCommand {}
